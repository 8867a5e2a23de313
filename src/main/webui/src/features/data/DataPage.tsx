import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Navigate, NavLink, useParams } from 'react-router'
import { number } from '@/lib/format'
import { districtQuery } from '@/lib/queries'
import './data.css'
import { ListView } from './ListView'
import { isListName, LISTS, wordsOf } from './lists'

/** The lists of a district: looked at, changed in place, imported and exported. */
export function Component() {
  const { t } = useTranslation('data')
  const { district = '', list } = useParams()
  const { data } = useQuery(districtQuery(district))
  const base = `/districts/${encodeURIComponent(district)}/data`
  if (!isListName(list)) {
    return <Navigate to={`${base}/cadres`} replace />
  }
  return (
    <div className="data">
      <nav className="data-lists" aria-label={t('listsOf')}>
        <ul>
          {LISTS.map((name) => (
            <li key={name}>
              <NavLink to={`${base}/${name}`}>
                <span>{t(`lists.${wordsOf(name)}`)}</span>
                <span className="numbers">{data === undefined ? '' : number(data.counts[name] ?? 0)}</span>
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <ListView key={`${district} ${list}`} district={district} list={list} />
    </div>
  )
}
