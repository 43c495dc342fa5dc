import { createStore } from '#renderer/shell/store.ts'

/** The people with whom the next event begins, out of „Кой не е минал“. Never in an address. */
export const nextGroup = createStore<readonly string[]>([])
