import { useEffect } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { usePageTitle } from '#renderer/shell/page-title.ts'
import { useSession, useSessionState } from '#renderer/shell/session.tsx'
import { useStore } from '#renderer/shell/store.ts'
import { keyWork } from '#renderer/features/backup/key-work.ts'
import { RestoreProgress } from './restore-progress.tsx'
import { restoreWork } from './restore-work.ts'

const askAgainMs = 2_000

/** The office is closed for everybody: how far it is where it runs from this window, and when it opens. */
export default function BusyPage() {
  const { t } = useTranslation()
  const session = useSession()
  const state = useSessionState()
  const restoring = useStore(restoreWork.state)
  const changing = useStore(keyWork.state)
  const running =
    restoring.kind === 'running' ? restoring : changing.kind === 'running' ? changing : undefined
  usePageTitle(t('backup:busy.title'))
  useEffect(() => {
    const timer = setInterval(() => void session.refresh(), askAgainMs)
    return () => {
      clearInterval(timer)
    }
  }, [session])
  if (state.status !== 'busy') return null
  return (
    <>
      <h1>{t('backup:busy.title')}</h1>
      <p>{t(`backup:busy.${state.reason}`)}</p>
      {running ? <RestoreProgress state={running} /> : null}
    </>
  )
}
