import { Suspense } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import type { Gates } from '#renderer/shell/feature.ts'
import { useSession, type SessionState } from '#renderer/shell/session.tsx'
import classes from './frame.module.css'

const found = import.meta.glob<Gates>('../../features/*/gates.ts', {
  eager: true,
  import: 'gates',
})
const gates = Object.assign({}, ...Object.values(found)) as Gates

/** The page that stands before every other one of this session; undefined when nothing does. */
export function gateBefore(state: SessionState): keyof Gates | undefined {
  if (state.status === 'setup') return 'setup'
  if (state.status === 'signedOut') return 'signIn'
  if (state.status === 'rescue') return 'rescue'
  if (state.status === 'busy') return 'busy'
  if (state.status === 'elsewhere') return 'elsewhere'
  if (state.status !== 'open') return undefined
  if (state.mustChangePassword) return 'changePassword'
  return !state.recoveryConfirmed && state.permissions.has('accounts.manage')
    ? 'recovery'
    : undefined
}

/** The page before all others: set-up, log-in, a password to choose, or that nothing answers. */
export function Gate({ state }: { state: SessionState }) {
  const session = useSession()
  const before = gateBefore(state)
  const Page = before && gates[before]
  return (
    <main id="main" className={classes.gate}>
      {Page ? (
        <Suspense fallback={null}>
          <Page />
        </Suspense>
      ) : (
        <OfficeSilent onRetry={() => void session.refresh()} />
      )}
    </main>
  )
}

function OfficeSilent({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <div role="alert">
      <h1>{t('errors:officeUnreachableTitle')}</h1>
      <p>{t('errors:officeSilent')}</p>
      <button type="button" className="o-link-button" onClick={onRetry}>
        {t('common:retry')}
      </button>
    </div>
  )
}

/** In place of a program that could not be fetched: a new page asks for all of it again. */
export function ProgramMissing() {
  return (
    <main id="main" className={classes.gate}>
      <OfficeSilent
        onRetry={() => {
          location.reload()
        }}
      />
    </main>
  )
}
