import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import english from '@/app/locale/en.json'
import chinese from '@/app/locale/zh.json'
import type { Text } from '@/lib/api/types'

export type Language = 'zh-CN' | 'en'

const REMEMBERED = 'muster.language'

/** A feature's words are in its folder and loaded with it: namespace `solve` is `features/solve/locale/zh.json`. */
const files = import.meta.glob<{ default: object }>('../../features/*/locale/*.json')

const words: BackendModule = {
  type: 'backend',
  init() {},
  read(language, namespace, done) {
    const load = files[`../../features/${namespace}/locale/${language === 'en' ? 'en' : 'zh'}.json`]
    if (load === undefined) {
      done(new Error(`no words of ${namespace} in ${language}`), null)
      return
    }
    load().then(
      (file) => done(null, file.default),
      (error: Error) => done(error, null),
    )
  },
}

/** What was chosen on this machine, else Chinese where the browser speaks it, else English. */
export function firstLanguage(remembered: string | null, browser: readonly string[]): Language {
  if (remembered === 'zh-CN' || remembered === 'en') {
    return remembered
  }
  return browser[0]?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

function read(): string | null {
  try {
    return localStorage.getItem(REMEMBERED)
  } catch {
    return null
  }
}

export const i18n = i18next
  .use(words)
  .use(initReactI18next)

void i18n.init({
  lng: firstLanguage(read(), navigator.languages),
  supportedLngs: ['zh-CN', 'en'],
  fallbackLng: false,
  ns: ['app'],
  resources: { 'zh-CN': { app: chinese }, en: { app: english } }, // every page needs these at once
  partialBundledLanguages: true,
  defaultNS: 'app',
  fallbackNS: 'app',
  interpolation: { escapeValue: false }, // React escapes
  returnNull: false,
})

i18n.on('languageChanged', (language) => {
  document.documentElement.lang = language
})
document.documentElement.lang = i18n.language

/** Switches the language of the page and remembers it on this machine. */
export async function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(REMEMBERED, language)
  } catch {
    // A browser that keeps nothing asks again next time.
  }
  await i18n.changeLanguage(language)
}

export function language(): Language {
  return i18n.language === 'en' ? 'en' : 'zh-CN'
}

/** A text of the service in the language of the page. */
export function inLanguage(text: Text): string {
  return language() === 'en' ? text.en : text.zh
}
