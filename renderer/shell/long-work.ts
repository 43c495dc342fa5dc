import { startWork } from './running-work.ts'

export type WorkEnd<T> =
  | { kind: 'done'; result: T }
  | { kind: 'stopped' }
  /** Without an error the office ended in the middle of what it was saying. */
  | { kind: 'failed'; error: unknown }

/**
 * Work of the office that takes its time: the header shows how far it is, with „Спри“. It goes on
 * when its page is left.
 */
export async function runLongWork<T>(
  label: string,
  body: (given: {
    signal: AbortSignal
    progress: (done: number, total: number) => void
  }) => Promise<T | undefined>,
): Promise<WorkEnd<T>> {
  const controller = new AbortController()
  const { signal } = controller
  const shown = startWork(label, () => {
    controller.abort()
  })
  try {
    const result = await body({ signal, progress: shown.update })
    if (signal.aborted) return { kind: 'stopped' }
    // A stream that ended without its last word has shown nothing.
    return result === undefined ? { kind: 'failed', error: undefined } : { kind: 'done', result }
  } catch (error) {
    return signal.aborted ? { kind: 'stopped' } : { kind: 'failed', error }
  } finally {
    shown.finish()
  }
}
