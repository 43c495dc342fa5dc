import { needsNewerProgram } from '#domain/backup/office-state.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { usePageTitle } from '#renderer/shell/page-title.ts'
import { useSessionState } from '#renderer/shell/session.tsx'
import { Rescue } from './rescue.tsx'

/** Instead of a dead end: why the office does not open, and the copies it can be brought back from. */
export default function RescuePage() {
  const { t } = useTranslation()
  const state = useSessionState()
  usePageTitle(t('backup:rescue.title'))
  if (state.status !== 'rescue') return null
  return (
    <>
      <h1 tabIndex={-1}>{t('backup:rescue.title')}</h1>
      <p role="alert">{t(`backup:rescue.${state.reason}`)}</p>
      {needsNewerProgram(state.reason) ? null : (
        <>
          <p>{t('backup:rescue.kept')}</p>
          <p>{t('backup:rescue.right')}</p>
          <Rescue />
        </>
      )}
    </>
  )
}
