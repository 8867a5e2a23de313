import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ApiError } from '@/lib/api/errors'

const SHOWN = 20

/** Why something did not work, fault by fault, and what to do. */
export function ErrorNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation()
  const refusal = error instanceof ApiError ? error : undefined
  const isUnreachable = refusal?.isUnreachable ?? false
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={isUnreachable ? t('unreachable.title') : refusal?.title || t('broken.title')}
      description={
        <>
          <p>{isUnreachable ? t('unreachable.text') : refusal?.message ?? t('broken.text')}</p>
          {refusal !== undefined && refusal.faults.length > 0 && (
            <ul className="faults">
              {refusal.faults.slice(0, SHOWN).map((fault) => (
                <li key={`${fault.pointer} ${fault.code} ${fault.detail}`}>
                  {fault.detail} {fault.pointer !== '' && <code>{fault.pointer}</code>}
                </li>
              ))}
            </ul>
          )}
          {refusal !== undefined && refusal.faultCount > SHOWN && (
            <p>{t('moreFaults', { count: refusal.faultCount - SHOWN })}</p>
          )}
          {refusal?.retryAfter !== undefined && <p>{t('retryAfter', { seconds: refusal.retryAfter })}</p>}
        </>
      }
      action={onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
    />
  )
}
