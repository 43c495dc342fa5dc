import { createStore } from '#renderer/shell/store.ts'

export const paletteState = createStore<{ open: boolean; text: string }>({ open: false, text: '' })

/** Opens „Търсене и команди“; `text` may begin with `>` or `#`. */
export function openPalette(text = '') {
  paletteState.set({ open: true, text })
}

export function closePalette() {
  paletteState.set({ open: false, text: '' })
}
