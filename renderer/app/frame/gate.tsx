import { lazy, Suspense, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { features } from '../routes.ts'
import { useSession, type SessionState } from '../session.tsx'
import classes from './frame.module.css'

type Gates = 'setup' | 'signIn'

function gateOf(which: Gates): ComponentType | undefined {
  const load = features.find((feature) => feature.gates?.[which])?.gates?.[which]
  return load ? lazy(load) : undefined
}

const gates = { setup: gateOf('setup'), signIn: gateOf('signIn') }

/** The page before there is a session: set-up, log-in, or that the office does not answer. */
export function Gate({ state }: { state: SessionState }) {
  const { t } = useTranslation()
  const session = useSession()
  const Page = state.status === 'setup' ? gates.setup : state.status === 'signedOut' ? gates.signIn : undefined
  return (
    <main id="main" className={classes['gate']}>
      {Page ? (
        <Suspense fallback={null}>
          <Page />
        </Suspense>
      ) : (
        <div role="alert">
          <h1>{t('errors:officeUnreachableTitle')}</h1>
          <p>{t('errors:officeUnreachable')}</p>
          <button type="button" className="o-link-button" onClick={() => void session.refresh()}>
            {t('common:retry')}
          </button>
        </div>
      )}
    </main>
  )
}
