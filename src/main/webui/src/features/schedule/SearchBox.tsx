import { SearchOutlined } from '@ant-design/icons'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { searchIndexKept } from './board/kept'
import { find, type Entry } from './board/search'
import { useScheduleView } from './ScheduleContext'

const MOST = 40

/** Finds a person or a place while one types. */
export function SearchBox({ label, kind, onChoose }: {
  label: string
  kind?: Entry['kind']
  /** `origin` is the field where an entry was chosen with the keyboard. */
  onChoose: (entry: Entry, origin?: HTMLElement) => void
}) {
  const { t } = useTranslation('schedule')
  const { board } = useScheduleView()
  const [query, setQuery] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const asked = useDeferredValue(query)
  const index = searchIndexKept(board.facts.index)
  const found = useMemo(() => find(index, asked, MOST, kind), [index, asked, kind])
  const list = useId()
  const isShown = isOpen && query.trim() !== ''

  const choose = (entry: Entry | undefined, origin?: HTMLElement) => {
    if (entry !== undefined) {
      setOpen(false)
      setQuery('')
      onChoose(entry, origin)
    }
  }
  return (
    <div className="search">
      <SearchOutlined aria-hidden className="search-icon" />
      <input
        type="search"
        role="combobox"
        aria-label={label}
        placeholder={label}
        aria-expanded={isShown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={isShown && found[active] !== undefined ? `${list}-${active}` : undefined}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setActive(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) {
            return // Enter chooses among characters
          }
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault()
            const step = event.key === 'ArrowDown' ? 1 : -1
            setActive((now) => Math.max(0, Math.min(found.length - 1, now + step)))
          } else if (event.key === 'Enter') {
            event.preventDefault() // or it would press what takes the focus
            choose(found[active], event.currentTarget)
          } else if (event.key === 'Escape') {
            setOpen(false)
          }
        }}
      />
      {isShown && (
        <div className="search-list">
          {found.length === 0 ? (
            <p role="status">{t('search.none', { query })}</p>
          ) : (
            <ul id={list} role="listbox" aria-label={label}>
              {found.map((entry, i) => (
                <li
                  key={`${entry.kind} ${entry.id}`}
                  id={`${list}-${i}`}
                  role="option"
                  aria-selected={i === active}
                  ref={i === active ? (item) => item?.scrollIntoView({ block: 'nearest' }) : undefined}
                  onMouseDown={(event) => {
                    event.preventDefault()
                    choose(entry)
                  }}
                >
                  <span className="search-kind">{t(`search.${entry.kind}`)}</span>
                  <span className="search-name">{entry.name}</span>
                  <span className="quiet">{entry.more}</span>
                  <span className="quiet search-id">{entry.id}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  )
}
