import type { OfficeDoor } from '#electron/api/kernel/office-door.ts'
import { runJob, type JobPlace } from './jobs.ts'
import { takeTurns } from './turns.ts'

type VerifyOrder = Parameters<OfficeDoor['verify']>[0]

/** Reading the whole database, one at a time, in the worker of long work. */
export function createLongReadings(parts: {
  worker: URL
  place(): JobPlace
  /** What the office reads by itself stops for who waits at the screen. */
  giveWay(): Promise<void>
}) {
  const { worker, place } = parts
  const inTurn = takeTurns()
  const inPersonsTurn = <T>(begin: () => AsyncGenerator<T>): AsyncGenerator<T> => {
    void parts.giveWay()
    return inTurn(begin)
  }
  return {
    verify: (order: VerifyOrder) => inPersonsTurn(() => runJob(worker, 'verify', place(), order)),
    verifyChain: (media: Parameters<OfficeDoor['verifyChain']>[0]) =>
      inPersonsTurn(() => runJob(worker, 'chain', place(), { media })),
    exportWorkbook: (order: Parameters<OfficeDoor['exportWorkbook']>[0]) =>
      inPersonsTurn(() => runJob(worker, 'workbook', place(), order)),
    /** For nobody at the screen. */
    verifyByItself: (order: VerifyOrder, signal: AbortSignal) =>
      inTurn(() => runJob(worker, 'verify', place(), order, signal)),
  }
}
