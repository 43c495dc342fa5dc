import { lazy } from 'react'
import type { Gates } from '#renderer/shell/feature.ts'

export const gates: Gates = {
  rescue: lazy(() => import('./rescue-page.tsx')),
  busy: lazy(() => import('./busy-page.tsx')),
}
