import { lazy } from 'react'
import type { Gates } from '#renderer/shell/feature.ts'

export const gates: Gates = {
  setup: lazy(() => import('./setup-page.tsx')),
  recovery: lazy(() => import('./recovery-page.tsx')),
}
