import type { CopyStep } from '#domain/backup/schema.ts'

/** Somebody stopped the work. */
export class Stopped extends Error {
  constructor() {
    super('stopped')
  }
}

/** What long work tells while it runs. `done` and `total` are bytes. Throws Stopped when it must end. */
export type TellProgress = (step: CopyStep, done: number, total: number) => void

/** Counts the bytes of one step. */
export function counter(tell: TellProgress, step: CopyStep, total: number) {
  let done = 0
  tell(step, 0, total)
  return (bytes: number) => {
    done = Math.min(total, done + bytes)
    tell(step, done, total)
  }
}
