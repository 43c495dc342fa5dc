import { stat } from 'node:fs/promises'
import { BackupFailed } from './errors.ts'
import { within } from '../within.ts'

/** Looks at a place without keeping the program waiting. */
type Probe = (place: string) => Promise<unknown>

/** Asked about a place that does not answer, each question keeps a thread: it is asked once at a time. */
const asked = new Map<string, Promise<boolean>>()

/** Whether the place says anything at all in time; that there is none is an answer, too. */
export function placeAnswers(place: string, probe: Probe = stat, ms?: number): Promise<boolean> {
  const known = asked.get(place)
  if (known) return within(known, false, ms)
  const look = probe(place).then(
    () => true,
    () => true,
  )
  asked.set(place, look)
  void look.finally(() => asked.delete(place))
  return within(look, false, ms)
}

/**
 * Before files of a place are read one after another in the main process: a network folder that is
 * away would keep the whole program standing. Throws BackupFailed placeSilent.
 */
export async function expectAnswer(place: string, probe?: Probe, ms?: number): Promise<void> {
  if (!(await placeAnswers(place, probe, ms))) throw new BackupFailed('placeSilent')
}
