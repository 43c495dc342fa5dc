import type { RestoreStep } from '#domain/backup/schema.ts'
import { createLongWork } from '#renderer/features/backup/work.ts'

/** The change of key that runs from this window; the office is closed for everybody meanwhile. */
export const keyWork = createLongWork<
  RestoreStep,
  { kind: 'done'; changedAt: string; copyMissing: boolean }
>({ toItsEnd: true })
