import { scrypt } from 'node:crypto'
import { SlotParametersRefused } from './errors.ts'

export interface ScryptCost {
  n: number
  r: number
  p: number
}

/** About 0.3 s and 128 MiB on an office computer. */
export const productionCost: ScryptCost = { n: 2 ** 17, r: 8, p: 1 }
const highestN = 2 ** 20

export interface HashOptions {
  /** Cost written into new slots; default productionCost. */
  cost?: ScryptCost
  /** TESTS ONLY: also open slots whose cost is below production. */
  acceptWeakCost?: boolean
  /** TESTS ONLY: pairs of keys that are made in no time. */
  keyBits?: number
}

let queue: Promise<unknown> = Promise.resolve()

/**
 * 32 bytes from a password, by scrypt, off the main thread. One at a time: each takes 128 MiB and
 * a core, and a burst of guesses must not stop the office. Passwords are compared in NFC.
 */
export function hashPassword(password: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> {
  const run = () =>
    new Promise<Buffer>((resolve, reject) => {
      const maxmem = 128 * cost.n * cost.r + 2 ** 25
      const options = { N: cost.n, r: cost.r, p: cost.p, maxmem }
      scrypt(Buffer.from(password.normalize('NFC')), salt, 32, options, (error, derived) => {
        if (error) reject(error)
        else resolve(derived)
      })
    })
  const result = queue.then(run)
  queue = result.catch(() => undefined)
  return result
}

/** Throws SlotParametersRefused: somebody lowered the cost in the file, or would fill the memory. */
export function expectCost(cost: ScryptCost, options: HashOptions): void {
  const strong =
    cost.n >= productionCost.n && cost.r >= productionCost.r && cost.p >= productionCost.p
  const sane = cost.n <= highestN && cost.r <= 16 && cost.p <= 4 && (cost.n & (cost.n - 1)) === 0
  if (!sane || !(strong || options.acceptWeakCost)) throw new SlotParametersRefused()
}
