import { lazy } from 'react'
import type { Gates } from '#renderer/shell/feature.ts'
import LoginPage from './login-page.tsx'

/** The log-in is part of what is fetched first: the whole window waits for its password field. */
export const gates: Gates = {
  signIn: LoginPage,
  elsewhere: lazy(() => import('./elsewhere-page.tsx')),
}
