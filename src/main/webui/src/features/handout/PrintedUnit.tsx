import { useTranslation } from 'react-i18next'
import { number, span } from '@/lib/format'
import { SheetHead } from './SheetHead'
import type { Phones, UnitSheet } from './sheets'

/** Who of a unit serves when and where. */
export function PrintedUnit({ sheet, phones, madeOn }: { sheet: UnitSheet; phones: Phones; madeOn: string }) {
  const { t } = useTranslation('handout')
  const hasPhones = phones !== undefined && phones.size > 0
  const columns = hasPhones ? 6 : 5
  return (
    <article className="sheet" aria-label={sheet.name}>
      <table>
        <thead>
          <SheetHead
            columns={columns}
            name={sheet.name}
            kind={t('unitList')}
            note={t('unitPeople', { people: number(sheet.people), duties: number(sheet.duties.length) })}
            madeOn={madeOn}
          />
          <tr className="sheet-columns">
            <th scope="col" className="sheet-number">{t('no')}</th>
            <th scope="col">{t('name')}</th>
            {hasPhones && <th scope="col">{t('phone')}</th>}
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('site')}</th>
            <th scope="col">{t('post')}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.duties.map((duty, i) => {
            const isSame = sheet.duties[i - 1]?.cadre === duty.cadre
            return (
              <tr key={`${duty.cadre} ${duty.window.id} ${duty.site}`}>
                <td className="sheet-number">{i + 1}</td>
                <td className={isSame ? 'sheet-again' : 'sheet-name'}>{duty.name}</td>
                {hasPhones && <td className="sheet-phone">{isSame ? '' : phones.get(duty.cadre) ?? ''}</td>}
                <td className="sheet-when">{span(duty.window.start, duty.window.end)}</td>
                <td>
                  {duty.site} <span className="sheet-place">{duty.subdistrict}</span>
                </td>
                <td className="sheet-post">{duty.post}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </article>
  )
}
