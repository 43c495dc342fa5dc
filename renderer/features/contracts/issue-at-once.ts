import { createStore } from '#renderer/shell/store.ts'

/** The draft that was just saved to be issued: its page opens at „Издай“. Never in an address. */
const waiting = createStore<string | undefined>(undefined)

export const startIssuing = (contractId: string) => {
  waiting.set(contractId)
}

/** True once, for the page of that contract. */
export function takeIssuing(contractId: string): boolean {
  if (waiting.get() !== contractId) return false
  waiting.set(undefined)
  return true
}
