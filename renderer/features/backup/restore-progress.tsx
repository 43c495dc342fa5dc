import { restoreSteps, type RestoreStep } from '#domain/backup/schema.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import type { WorkState } from './work.ts'
import { WorkProgress } from './work-progress.tsx'

/** How far a restore or a change of key is, and that the computer must stay on. It cannot be stopped. */
export function RestoreProgress(props: {
  state: Extract<WorkState<RestoreStep, never>, { kind: 'running' }>
}) {
  const { t } = useTranslation()
  return (
    <>
      <p>{t('backup:doNotClose')}</p>
      <WorkProgress
        state={props.state}
        steps={restoreSteps}
        stepText={(step) => t(`backup:restoreStep.${step}`)}
      />
    </>
  )
}
