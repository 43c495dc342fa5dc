/** How long the bytes stay readable for the one who saves them, in milliseconds. */
const kept = 60_000

/**
 * Hands a finished file to the person: the browser puts it among the downloads, the program's
 * window asks where. No personal data in the name: it stands in lists of recent files.
 */
export function saveFile(parts: readonly Uint8Array<ArrayBuffer>[], name: string, type: string) {
  const address = URL.createObjectURL(new Blob([...parts], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, kept)
}

/** Bytes of a piece that came as base64 text. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}
