/** Of Electron's powerMonitor: Windows says the first before Win+L, both before the lid closes. */
interface Power {
  on(event: 'lock-screen' | 'suspend', listener: () => void): unknown
}

/** Of the window: it may be gone while the program still ends. */
interface Shown {
  isDestroyed(): boolean
  webContents: { send(channel: string): void }
}

/**
 * Whoever locks the computer, or lets it sleep, has left: the page locks at once, with what is typed
 * kept, and does not wait for the idle minutes.
 */
export function lockWithScreen(power: Power, window: Shown): void {
  const lock = () => {
    if (!window.isDestroyed()) window.webContents.send('opora:lock')
  }
  power.on('lock-screen', lock)
  power.on('suspend', lock)
}
