import type { Feature } from '#renderer/app/feature.ts'

export const feature: Feature = {
  gates: { signIn: () => import('./login-page.tsx') },
}
