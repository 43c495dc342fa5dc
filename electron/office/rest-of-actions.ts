import { wholeRouter } from '#electron/api/router.ts'

const LOAD_AFTER_MS = 3_000

/**
 * Loads the parts of the router that nobody asked for yet, while a person is still looking for the
 * password; whoever is faster loads a part by asking for it. Returns what keeps it from beginning.
 */
export function loadRestLater(
  log: (fault: unknown) => void,
  load: () => Promise<unknown> = wholeRouter,
): () => void {
  const rest = setTimeout(() => {
    load().catch(log)
  }, LOAD_AFTER_MS)
  rest.unref()
  return () => {
    clearTimeout(rest)
  }
}
