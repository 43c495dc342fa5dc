import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#domain/text/format.ts'
import { client, orpc } from '#renderer/app/client.ts'
import { RecordState } from '#renderer/app/record-state.tsx'
import { useSession, useSessionState } from '#renderer/app/session.tsx'
import { useStore } from '#renderer/app/store.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { Consequences } from './consequences.tsx'
import { CopyFacts } from './copy-facts.tsx'
import { FilesMissing, RestoreFailure, goesOnWithout } from './restore-failure.tsx'
import { RestoreProgress } from './restore-progress.tsx'
import { restoreWork, runRestore } from './restore-work.ts'
import type { CopySource } from './restore-types.ts'
import { SecretForm } from './secret-form.tsx'
import classes from './backup.module.css'

/** Over an office that works: what the copy holds beside what is here, what would be lost, and only then. */
export function LiveRestore({ source, onBack }: { source: CopySource; onBack: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const state = useSessionState()
  const work = useStore(restoreWork.state)
  const { data, error } = useQuery({
    ...orpc.restore.look.queryOptions({ input: { source } }),
    retry: false,
    enabled: work.kind !== 'running',
  })
  const back = () => {
    restoreWork.clear()
    onBack()
  }
  return (
    <>
      <PageHead title={t('backup:restoreTitle')} path={[{ label: t('backup:title') }]} />
      <RecordState
        error={error}
        actions={
          <button type="button" className="o-link-button" onClick={back}>
            {t('backup:back')}
          </button>
        }
      />
      {work.kind === 'running' && work.step !== undefined ? (
        <RestoreProgress state={work} />
      ) : data ? (
        <>
          <RestoreFailure />
          <CopyFacts copy={data.copy} here={data.here} />
          <p className={classes['lost']}>
            {data.lost === null
              ? t('backup:lostUnknown')
              : t('backup:lost', { count: data.lost, at: formatInstant(data.copy.createdAt) })}
          </p>
          <Consequences lines={['safety', 'everybody', 'passwords', 'numbers']} />
          <SecretForm
            title={t('backup:restoreTitle')}
            profiles={data.profiles}
            own={state.status === 'open' ? state.account.displayName : undefined}
            passwordLabel={t('backup:password')}
            saveLabel={t(goesOnWithout(work) ? 'backup:runAnyway' : 'backup:run')}
            backLabel={t('backup:back')}
            onBack={back}
            onSecret={(secret) =>
              runRestore(session, t, (signal) =>
                client.restore.run(
                  { source, secret, withoutMissingFiles: goesOnWithout(work) },
                  { signal },
                ),
              )
            }
          >
            <FilesMissing />
          </SecretForm>
        </>
      ) : null}
    </>
  )
}
