import { lazy, Suspense, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { features } from '../routes.ts'
import { useSession, type SessionState } from '../session.tsx'
import classes from './frame.module.css'

type Gates = 'setup' | 'signIn' | 'changePassword' | 'recovery'

function gateOf(which: Gates): ComponentType | undefined {
  const load = features.find((feature) => feature.gates?.[which])?.gates?.[which]
  return load ? lazy(load) : undefined
}

const gates = {
  setup: gateOf('setup'),
  signIn: gateOf('signIn'),
  changePassword: gateOf('changePassword'),
  recovery: gateOf('recovery'),
}

/** The page that stands before every other one of this session; undefined when nothing does. */
export function gateBefore(state: SessionState): Gates | undefined {
  if (state.status === 'setup') return 'setup'
  if (state.status === 'signedOut') return 'signIn'
  if (state.status !== 'open') return undefined
  if (state.mustChangePassword) return 'changePassword'
  return !state.recoveryConfirmed && state.permissions.has('accounts.manage')
    ? 'recovery'
    : undefined
}

/** The page before all others: set-up, log-in, a password to choose, or that nothing answers. */
export function Gate({ state }: { state: SessionState }) {
  const { t } = useTranslation()
  const session = useSession()
  const before = gateBefore(state)
  const Page = before && gates[before]
  return (
    <main id="main" className={classes['gate']}>
      {Page ? (
        <Suspense fallback={null}>
          <Page />
        </Suspense>
      ) : (
        <div role="alert">
          <h1>{t('errors:officeUnreachableTitle')}</h1>
          <p>{t('errors:officeSilent')}</p>
          <button type="button" className="o-link-button" onClick={() => void session.refresh()}>
            {t('common:retry')}
          </button>
        </div>
      )}
    </main>
  )
}
