import { useTranslation } from 'react-i18next'

type Head = { columns: number; name: string; kind: string; note: string; madeOn: string }

/** The head of a printed sheet, which is repeated on each of its pages. */
export function SheetHead({ columns, name, kind, note, madeOn }: Head) {
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
