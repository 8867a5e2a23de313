import { useTranslation } from 'react-i18next'
import { span } from '@/lib/format'
import { SheetHead } from './SheetHead'
import type { Phones, SiteSheet } from './sheets'

/** The sign-in list of a site: its name stands on every page, each missing head has a blank line. */
export function PrintedSite({ sheet, phones, madeOn }: { sheet: SiteSheet; phones: Phones; madeOn: string }) {
  const { t } = useTranslation('handout')
  const hasPhones = phones !== undefined && phones.size > 0
  const columns = hasPhones ? 6 : 5
  return (
    <article className="sheet" aria-label={sheet.name}>
      <table>
        <thead>
          <SheetHead columns={columns} name={sheet.name} kind={t('signIn')} note={sheet.place} madeOn={madeOn} />
          <tr className="sheet-columns">
            <th scope="col" className="sheet-number">{t('no')}</th>
            <th scope="col">{t('post')}</th>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('unit')}</th>
            {hasPhones && <th scope="col">{t('phone')}</th>}
            <th scope="col" className="sheet-signature">{t('signature')}</th>
          </tr>
        </thead>
        {sheet.teams.map((team) => (
          <tbody key={team.window.id}>
            <tr className="sheet-team">
              <th scope="rowgroup" colSpan={columns}>
                {span(team.window.start, team.window.end)}
                <span className="sheet-count">{t('people', { count: team.duties.length })}</span>
              </th>
            </tr>
            {team.duties.map((duty, i) => (
              <tr key={`${duty.cadre} ${duty.post}`}>
                <td className="sheet-number">{i + 1}</td>
                <td>{duty.post}</td>
                <td className="sheet-name">{duty.name}</td>
                <td>{duty.unit}</td>
                {hasPhones && <td className="sheet-phone">{phones.get(duty.cadre) ?? ''}</td>}
                <td />
              </tr>
            ))}
            {team.missing.flatMap(({ post, heads }) =>
              Array.from({ length: heads }, (_, i) => (
                <tr key={`${post} ${i}`}>
                  <td className="sheet-number">—</td>
                  <td>{post}</td>
                  <td colSpan={hasPhones ? 3 : 2}>{t('stillMissing')}</td>
                  <td />
                </tr>
              )))}
          </tbody>
        ))}
      </table>
    </article>
  )
}
