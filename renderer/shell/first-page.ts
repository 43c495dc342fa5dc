/** Without a router there is only the address to set: the router reads it when it comes. */
const byAddress = () => {
  history.replaceState(null, '', '#/')
  return Promise.resolve()
}
let go: () => Promise<void> = byAddress

/** The router's own way to the first page, while there is a router. Returns what takes it back. */
export function onFirstPage(way: () => Promise<void>): () => void {
  go = way
  return () => {
    go = byAddress
  }
}

/** Leaves the page of whoever was here before: the next session begins on its first one. */
export const toFirstPage = (): Promise<void> => go()
