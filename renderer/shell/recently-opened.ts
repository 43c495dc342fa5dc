import { createStore } from '#renderer/shell/store.ts'
import type { PaletteRow } from './palette-source.ts'

/** The last eight dossiers of this session: memory only, emptied with the session. */
export const recent = createStore<readonly PaletteRow[]>([])

/** A page that opened a dossier says so; the newest stands first. */
export function rememberOpened(row: PaletteRow) {
  recent.set((now) => [row, ...now.filter((other) => other.id !== row.id)].slice(0, 8))
}

export function forgetOpened() {
  recent.set([])
}
