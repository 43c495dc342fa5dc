import { ipcRenderer } from 'electron'

/**
 * The only thing that passes between the page and the office: the page makes a channel and posts one
 * end; it is handed on, once. No function, name or object is exposed to the page.
 */
window.addEventListener('message', (event) => {
  if (event.source !== window || event.origin !== location.origin || event.data !== 'opora:port') {
    return
  }
  const [port] = event.ports
  if (port !== undefined) ipcRenderer.postMessage('opora:port', null, [port])
})
