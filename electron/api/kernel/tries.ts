import { WrongPassword } from '#db/keyring/errors.ts'
import type { OfficeDoor } from '#electron/api/kernel/office-door.ts'
import { apiError } from './errors.ts'

/**
 * One try at a secret: refused while its slot has to wait, noted when wrong. Tries at one slot go
 * one after another – of many at once, each would find that nobody has been wrong yet.
 */
export function tryOnce<T>(
  office: OfficeDoor,
  slot: string,
  reason: 'badPassword' | 'badCode',
  work: () => Promise<T>,
): Promise<T> {
  return office.attempts.inTurn(slot, async () => {
    const seconds = office.attempts.secondsToWait(slot)
    if (seconds > 0) throw apiError('TRY_LATER', { seconds })
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof WrongPassword)) throw error
      office.attempts.note(slot)
      throw apiError('UNAUTHENTICATED', { reason })
    }
  })
}
