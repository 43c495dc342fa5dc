import { setTimeout as pause } from 'node:timers/promises'
import type { BusyReason } from '#domain/backup/office-state.ts'
import { OfficeBusyError, type Alone } from '#electron/api/kernel/office-door.ts'

const lookEveryMs = 50

/**
 * Closes the office for everything but one work: see `exclusively` of OfficeDoor. The work has the
 * turn of the slow actions, so that none of them begins or ends in the middle of it.
 */
export function createClosing(parts: {
  alone: Alone
  isHeld(): boolean
  /** Keeps the vault open although the last session may be locked meanwhile. */
  hold(): () => void
  inTurn(work: () => Promise<void>): Promise<void>
  /** How long running jobs are waited for. */
  patienceMs: number
  onEnd(): void
}) {
  let reason: BusyReason | null = null

  const quiet = async () => {
    for (let waited = 0; parts.isHeld(); waited += lookEveryMs) {
      if (waited >= parts.patienceMs) throw new OfficeBusyError('work')
      await pause(lookEveryMs)
    }
  }
  /** Resolves once nothing that began earlier runs; the returned function lets the next one in. */
  const takeTurn = () =>
    new Promise<() => void>((entered) => {
      void parts.inTurn(
        () =>
          new Promise<void>((leave) => {
            entered(leave)
          }),
      )
    })

  return {
    get reason() {
      return reason
    },
    expectOpen() {
      if (reason !== null) throw new OfficeBusyError(reason)
    },
    async *run<T>(
      wanted: BusyReason,
      work: (alone: Alone) => AsyncGenerator<T, void, void>,
    ): AsyncGenerator<T, void, void> {
      if (reason !== null) throw new OfficeBusyError(reason)
      reason = wanted
      let leave: (() => void) | undefined
      let release: (() => void) | undefined
      try {
        leave = await takeTurn()
        await quiet()
        release = parts.hold()
        yield* work(parts.alone)
      } finally {
        reason = null
        release?.()
        leave?.()
        parts.onEnd()
      }
    },
  }
}
