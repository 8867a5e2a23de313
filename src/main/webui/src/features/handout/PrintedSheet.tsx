import { useTranslation } from 'react-i18next'
import { number, span } from '@/lib/format'
import type { SiteSheet, UnitSheet } from './sheets'

type Phones = ReadonlyMap<string, string> | undefined

/** The sign-in list of a site: its name stands on every page, blank lines are for those who fill in. */
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

type Head = { columns: number; name: string; kind: string; note: string; madeOn: string }

function SheetHead({ columns, name, kind, note, madeOn }: Head) {
  const { t } = useTranslation('handout')
  return (
    <tr className="sheet-head">
      <td colSpan={columns}>
        <div className="sheet-title">
          <strong>{name}</strong>
          <span>{kind}</span>
        </div>
        <div className="sheet-note">
          <span>{note}</span>
          <span>{t('madeOn', { when: madeOn })}</span>
        </div>
      </td>
    </tr>
  )
}
