import { isDesktop } from './desktop.ts'
import { t } from './i18n.ts'
import { createStore } from './store.ts'
import { say } from './toasts.ts'

/** A file that was not taken by the disk: it stays at hand until it is saved or given up. */
export interface UnsavedFile {
  id: number
  name: string
  /** The disk refused it, or the place did not answer at all. */
  why: 'refused' | 'silent'
  /** Asks anew where to; none where another window has the file. */
  again: (() => void) | undefined
}

export const unsavedFiles = createStore<readonly UnsavedFile[]>([])
let nextId = 1

/** What our own window tells when a file was written, refused by the disk, or given up. */
interface FileEnd {
  kind: 'opora:file'
  address: string
  name: string
  outcome: 'saved' | 'refused' | 'silent' | 'cancelled'
}

/** On their way to the disk, by address. */
const under = new Map<string, { file: Blob; name: string }>()

/** How long a browser may read the bytes, in milliseconds: it never says when it has them. */
const kept = 60_000

/**
 * Hands a finished file to the person: the browser puts it among the downloads, the program's window
 * asks where and tells how it went. No personal data in the name: it stands in lists of recent files.
 */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  if (isDesktop()) under.set(address, { file, name })
  link.click()
  if (isDesktop()) return
  say(t('shell:file.handedOver', { name }), { tone: 'ok' })
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, kept)
}

/** Whoever comes next must not find the files of who was here. */
export function forgetFiles(): void {
  for (const address of under.keys()) URL.revokeObjectURL(address)
  under.clear()
  unsavedFiles.set([])
}

export function giveUpFile(id: number): void {
  unsavedFiles.set((now) => now.filter((one) => one.id !== id))
}

/** How a file ended, as the page says it. */
function onFileEnd({ address, name, outcome }: FileEnd): void {
  const own = under.get(address)
  under.delete(address)
  URL.revokeObjectURL(address)
  if (outcome === 'saved') say(t('shell:file.saved', { name }), { tone: 'ok' })
  else if (outcome === 'cancelled') say(t('shell:file.notSaved'))
  else {
    const id = nextId++
    const again = () => {
      giveUpFile(id)
      if (own) saveFile(own.file, own.name)
    }
    unsavedFiles.set((now) => [...now, { id, name, why: outcome, again: own && again }])
  }
}

const isFileEnd = (data: unknown): data is FileEnd =>
  (data as Partial<FileEnd> | null)?.kind === 'opora:file'

/** Hears what our own window tells of files. Returns what ends it. */
export function listenForFiles(): () => void {
  const hear = ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source === window && origin === location.origin && isFileEnd(data)) onFileEnd(data)
  }
  window.addEventListener('message', hear)
  return () => {
    window.removeEventListener('message', hear)
  }
}

/** Bytes of a piece that came as base64 text. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}
