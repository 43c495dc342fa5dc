import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatInstant } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { useSession, useSessionState } from '#renderer/shell/session.tsx'
import { RestoreFailure } from './restore-failure.tsx'
import { runRestore } from './restore-work.ts'
import { SecretForm } from './secret-form.tsx'
import classes from './backup.module.css'

/** „Отмени възстановяването“, for seven days. */
export function UndoRestore() {
  const { t } = useTranslation()
  const session = useSession()
  const state = useSessionState()
  const [open, setOpen] = useState(false)
  const { data } = useQuery(orpc.restore.last.queryOptions({ input: {} }))
  const undo = data?.undo
  if (!undo) return <RestoreFailure />
  const title = t('backup:undoTitle', { at: formatInstant(data.copyCreatedAt) })
  return (
    <section className={classes.notice} aria-label={title}>
      <h2>{title}</h2>
      <p>{t('backup:undoText', { until: formatInstant(undo.until) })}</p>
      <RestoreFailure />
      {open ? (
        <SecretForm
          title={t('backup:undo')}
          profiles={undo.profiles}
          own={state.status === 'open' ? state.account.displayName : undefined}
          whoHint={t('backup:undoWhoHint')}
          passwordLabel={t('backup:undoPassword')}
          saveLabel={t('backup:undoRun')}
          backLabel={t('common:cancel')}
          onBack={() => {
            setOpen(false)
          }}
          onSecret={(secret) =>
            runRestore(session, t, (signal) => client.restore.undo({ secret }, { signal }))
          }
        />
      ) : (
        <button
          type="button"
          className="o-link-button"
          onClick={() => {
            setOpen(true)
          }}
        >
          {t('backup:undo')}
        </button>
      )}
    </section>
  )
}
