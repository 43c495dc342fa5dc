import { ipcRenderer } from 'electron'

/**
 * What passes from the page to the office: the page makes a channel and posts one end; it is handed
 * on, once. No function, name or object is exposed to the page.
 */
window.addEventListener('message', (event) => {
  if (event.source !== window || event.origin !== location.origin || event.data !== 'opora:port') {
    return
  }
  const [port] = event.ports
  if (port !== undefined) ipcRenderer.postMessage('opora:port', null, [port])
})

/** The computer is locked or sleeps: the page locks itself. */
ipcRenderer.on('opora:lock', () => {
  window.postMessage('opora:lock', location.origin)
})

/** How a file that the page saved has ended. */
ipcRenderer.on('opora:file', (_event, end: object) => {
  window.postMessage({ kind: 'opora:file', ...end }, location.origin)
})
