import { useQuery } from '@tanstack/react-query'
import { formatInstant } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { useStore } from '#renderer/shell/store.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { RestoreForm } from './restore-form.tsx'
import { RestoreProgress } from './restore-progress.tsx'
import { restoreWork } from './restore-work.ts'
import type { CopySource } from './restore-types.ts'
import classes from './backup.module.css'

/** Over an office that works: what the copy holds beside what is here, what would be lost, and only then. */
export function LiveRestore({ source, onBack }: { source: CopySource; onBack: () => void }) {
  const { t } = useTranslation()
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
        <RestoreForm
          {...data}
          consequences={['safety', 'everybody', 'passwords', 'numbers']}
          backLabel={t('backup:back')}
          onBack={back}
          ask={(given, options) => client.restore.run({ source, ...given }, options)}
        >
          <p className={classes.lost}>
            {data.lost === null
              ? t('backup:lostUnknown')
              : t('backup:lost', { count: data.lost, at: formatInstant(data.copy.createdAt) })}
          </p>
        </RestoreForm>
      ) : null}
    </>
  )
}
