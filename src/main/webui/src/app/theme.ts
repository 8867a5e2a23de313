import type { ThemeConfig } from 'antd'
import type { Language } from '@/lib/i18n'

const CHINESE_FONTS = '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif'
const LATIN_FONTS = '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial'

/** Numbers and Latin words of a Chinese page are set in its own font, so that lines stay even. */
export function themeOf(language: Language): ThemeConfig {
  const fontFamily = language === 'en' ? `${LATIN_FONTS}, ${CHINESE_FONTS}` : CHINESE_FONTS
  return { ...theme, token: { ...theme.token, fontFamily } }
}

/** Calm and dense: one blue, greys that pass WCAG AA on white, red only for what is missing. */
const theme: ThemeConfig = {
  cssVar: {},
  token: {
    colorPrimary: '#1f4e8c',
    colorInfo: '#1f4e8c',
    colorLink: '#1f4e8c',
    colorError: '#c0261c',
    colorSuccess: '#1f7a4d',
    colorWarning: '#9a5b00',
    colorTextSecondary: '#4b5563',
    colorTextTertiary: '#5f6b7a',
    colorTextDescription: '#5f6b7a',
    colorTextPlaceholder: '#6b7280',
    colorBgLayout: '#f4f6f8',
    colorBorderSecondary: '#e3e7ec',
    // What antd derives from a blue this dark is grey.
    controlItemBgActive: '#dfe8f4',
    controlItemBgActiveHover: '#d0ddef',
    colorInfoBg: '#eef4fb',
    colorInfoBorder: '#b9cde6',
    borderRadius: 4,
    fontSize: 14,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Layout: { headerBg: '#10233f', headerHeight: 48, headerPadding: '0 20px' },
    Table: { cellPaddingBlock: 8, cellPaddingInline: 12, cellPaddingInlineSM: 16, cellPaddingBlockSM: 7, headerBg: '#f7f9fb' },
    Tabs: { horizontalMargin: '0 0 16px 0' },
    Card: { bodyPadding: 16, headerHeight: 44 },
  },
}
