import { lazy, unlazy, type Lazyable } from '@orpc/server'
import type { Router } from './router.ts'
import { session } from './session.ts'

/**
 * The same list as router.ts for a program that starts before a person: only the log-in is there at
 * once, every other part is loaded when it is first asked for, or by `loadRest`.
 */
export const routerOnDemand = {
  accounts: lazy(async () => ({ default: (await import('./accounts.ts')).accounts })),
  applications: lazy(async () => ({ default: (await import('./applications.ts')).applications })),
  assessments: lazy(async () => ({ default: (await import('./assessments.ts')).assessments })),
  audit: lazy(async () => ({ default: (await import('./audit.ts')).audit })),
  backup: lazy(async () => ({ default: (await import('./backup.ts')).backup })),
  cases: lazy(async () => ({ default: (await import('./cases.ts')).cases })),
  contracts: lazy(async () => ({ default: (await import('./contracts.ts')).contracts })),
  drafts: lazy(async () => ({ default: (await import('./drafts.ts')).drafts })),
  health: lazy(async () => ({ default: (await import('./health.ts')).health })),
  keyring: lazy(async () => ({ default: (await import('./keyring.ts')).keyring })),
  methodologies: lazy(async () => ({
    default: (await import('./methodologies.ts')).methodologies,
  })),
  office: lazy(async () => ({ default: (await import('./office.ts')).office })),
  papers: lazy(async () => ({ default: (await import('./papers.ts')).papers })),
  people: lazy(async () => ({ default: (await import('./people.ts')).people })),
  plans: lazy(async () => ({ default: (await import('./plans.ts')).plans })),
  projects: lazy(async () => ({ default: (await import('./projects.ts')).projects })),
  recovery: lazy(async () => ({ default: (await import('./recovery.ts')).recovery })),
  rescue: lazy(async () => ({ default: (await import('./backup-rescue.ts')).rescue })),
  restore: lazy(async () => ({ default: (await import('./backup-restore.ts')).restore })),
  session,
  settings: lazy(async () => ({ default: (await import('./settings.ts')).settings })),
  today: lazy(async () => ({ default: (await import('./today.ts')).today })),
} satisfies { [Part in keyof Router]: Lazyable<Router[Part]> }

/** Loads what was not asked for yet, so that nobody waits for it after the log-in. */
export async function loadRest(): Promise<void> {
  for (const part of Object.values(routerOnDemand)) await unlazy<Lazyable<unknown>>(part)
}
