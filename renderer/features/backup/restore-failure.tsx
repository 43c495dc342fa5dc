import { useTranslation } from '#renderer/shell/use-translation.ts'
import { useStore } from '#renderer/shell/store.ts'
import { restoreWork } from './restore-work.ts'
import type { WorkState } from './work.ts'
import classes from './backup.module.css'

type State = WorkState<string, unknown>

/** The person was told how many stored files are nowhere, and goes on. */
export function goesOnWithout(state: State): boolean {
  return state.kind === 'failed' && state.code === 'filesMissing'
}

/** Why the last try did not go through. Nothing was changed by it. */
export function RestoreFailure() {
  const { t } = useTranslation()
  const work = useStore(restoreWork.state)
  if (work.kind !== 'failed' || goesOnWithout(work)) return null
  return (
    <div className={classes.notice} data-tone="bad" role="alert">
      <p>{work.code === 'forbidden' ? t('backup:rescue.right') : work.problem}</p>
    </div>
  )
}

export function FilesMissing() {
  const { t } = useTranslation()
  const work = useStore(restoreWork.state)
  if (work.kind !== 'failed' || !goesOnWithout(work)) return null
  return (
    <div className={classes.notice} role="alert">
      <p>{t('backup:filesMissing', { count: Number(work.params['count'] ?? 0) })}</p>
    </div>
  )
}
