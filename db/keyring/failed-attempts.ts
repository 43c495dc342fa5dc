import { join } from 'node:path'
import { z } from 'zod'
import { writeDurably } from '../durable.ts'
import { readPlain } from '../plain-entries.ts'

export const failedAttemptsFile = 'attempts.json'

const slotStateSchema = z.object({
  failures: z.int().min(0),
  /** When the last failure was noted, by the clock of that moment. */
  notedAt: z.int(),
  waitMs: z.int().min(0),
})
const eventSchema = z.object({ slotId: z.string(), at: z.iso.datetime() })
const stateSchema = z.object({
  slots: z.record(z.string(), slotStateSchema),
  events: z.array(eventSchema),
  /** Failures beyond the kept events. */
  dropped: z.int().min(0),
})
type State = z.infer<typeof stateSchema>
export type FailedAttempt = z.infer<typeof eventSchema>

const freeFailures = 2
const firstWaitMs = 5_000
const longestWaitMs = 15 * 60_000
const keptEvents = 2_000
const largestState = 1024 * 1024

export interface Clock {
  /** Wall clock, milliseconds. */
  now(): number
  /** A clock that nobody can set, milliseconds since some start of this process. */
  monotonic(): number
}

const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() }

/**
 * Back-off after wrong passwords, per slot, kept beside the database (slot ids only) so that it
 * survives a restart. The wait must pass on the clock that nobody can set while the process lives;
 * after a restart the wall clock counts, and when it was set back the wait begins anew.
 */
export class FailedAttempts {
  readonly #path: string
  readonly #clock: Clock
  readonly #until = new Map<string, number>()
  readonly #turns = new Map<string, Promise<unknown>>()

  constructor(folder: string, clock: Clock = systemClock) {
    this.#path = join(folder, failedAttemptsFile)
    this.#clock = clock
  }

  /** One after another for each slot: what the try before came to is known when the next begins. */
  async inTurn<T>(slotId: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.#turns.get(slotId) ?? Promise.resolve()).then(work)
    const settled = mine.catch(() => undefined)
    this.#turns.set(slotId, settled)
    try {
      return await mine
    } finally {
      if (this.#turns.get(slotId) === settled) this.#turns.delete(slotId)
    }
  }

  /** Seconds until the next try for this slot is allowed; 0: now. */
  secondsToWait(slotId: string): number {
    const state = this.#read()
    const slot = slotOf(state, slotId)
    if (!slot || slot.waitMs === 0) return 0
    const inProcess = this.#until.get(slotId)
    if (inProcess !== undefined) return seconds(inProcess - this.#clock.monotonic())
    const passed = this.#clock.now() - slot.notedAt
    if (passed >= 0) return seconds(slot.waitMs - passed)
    // The clock was set back: count the whole wait from now, and by the other clock.
    this.#until.set(slotId, this.#clock.monotonic() + slot.waitMs)
    this.#write({
      ...state,
      slots: { ...state.slots, [slotId]: { ...slot, notedAt: this.#clock.now() } },
    })
    return seconds(slot.waitMs)
  }

  /** Notes a wrong password; returns the seconds to wait: 0, 0, 5, 10, 20 … at most 900. */
  note(slotId: string): number {
    const state = this.#read()
    const now = this.#clock.now()
    const failures = (slotOf(state, slotId)?.failures ?? 0) + 1
    const over = failures - freeFailures - 1
    const waitMs = over < 0 ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(over, 20))
    const events = [...state.events, { slotId, at: new Date(now).toISOString() }]
    const dropped = Math.max(0, events.length - keptEvents)
    this.#until.set(slotId, this.#clock.monotonic() + waitMs)
    this.#write({
      slots: { ...state.slots, [slotId]: { failures, notedAt: now, waitMs } },
      // The oldest stay: they tell when it began.
      events: events.slice(0, keptEvents),
      dropped: state.dropped + dropped,
    })
    return waitMs / 1000
  }

  /** A right password ends the back-off of its slot. What happened stays until it is drained. */
  succeeded(slotId: string): void {
    this.#until.delete(slotId)
    const state = this.#read()
    if (!slotOf(state, slotId)) return
    const slots = Object.fromEntries(Object.entries(state.slots).filter(([id]) => id !== slotId))
    this.#write({ ...state, slots })
  }

  /**
   * Hands what happened since the last login to `write` (which commits it into the audit chain)
   * and clears it afterwards: a crash in between writes twice rather than never.
   */
  drain(write: (attempts: FailedAttempt[], dropped: number) => void): void {
    const state = this.#read()
    if (state.events.length === 0) return
    write(state.events, state.dropped)
    this.#write({ ...state, events: [], dropped: 0 })
  }

  #read(): State {
    try {
      return stateSchema.parse(JSON.parse(readPlain(this.#path, largestState).toString('utf8')))
    } catch {
      return { slots: {}, events: [], dropped: 0 }
    }
  }

  #write(state: State): void {
    writeDurably(this.#path, Buffer.from(JSON.stringify(state)))
  }
}

/** Its own entry only: a slot may be asked for by any text, `constructor` among them. */
function slotOf(state: State, slotId: string): State['slots'][string] | undefined {
  return Object.hasOwn(state.slots, slotId) ? state.slots[slotId] : undefined
}

function seconds(ms: number): number {
  return Math.max(0, Math.ceil(ms / 1000))
}
