import type { Feature } from '#renderer/app/feature.ts'

export const feature: Feature = {
  gates: {
    setup: () => import('./setup-page.tsx'),
    recovery: () => import('./recovery-page.tsx'),
  },
}
