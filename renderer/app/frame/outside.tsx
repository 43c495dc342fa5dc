import type { SessionState } from '#renderer/shell/session.tsx'
import { Gate } from './gate.tsx'
import { LockScreen } from './lock-screen.tsx'

/** What shows instead of a page: log-in, lock, set-up, or nothing until the office has answered. */
export function Outside({ state }: { state: SessionState }) {
  switch (state.status) {
    case 'loading':
      return null
    case 'locked':
      return <LockScreen office={state.office} account={state.account} />
    default:
      return <Gate state={state} />
  }
}
