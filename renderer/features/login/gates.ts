import type { Gates } from '#renderer/app/feature.ts'
import LoginPage from './login-page.tsx'

/** Part of what is fetched first: the whole window waits for its password field. */
export const gates: Gates = { signIn: LoginPage }
