import { lazy } from 'react'
import type { Gates } from '#renderer/shell/feature.ts'

export const gates: Gates = { changePassword: lazy(() => import('./forced-password-page.tsx')) }
