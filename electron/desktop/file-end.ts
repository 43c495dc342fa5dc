import path from 'node:path'
import type { DownloadItem } from 'electron'

/** How a file that the page saved, or a paper that was saved from its window, has ended. */
export interface FileEnd {
  address: string
  /** As the person named it; the folder is not told. */
  name: string
  outcome: 'saved' | 'refused' | 'silent' | 'cancelled'
}

type Saved = Pick<
  DownloadItem,
  'getURL' | 'getFilename' | 'getSavePath' | 'getReceivedBytes' | 'cancel' | 'on' | 'once'
>

/** How long the chosen place may take no byte, and how often it is looked at. */
const SILENT_MS = 20_000
const LOOK_MS = 1_000

/**
 * Tells once how a file ended. What the disk does not take – a file that another program holds open,
 * a folder without rights, a stick that is out – Chromium keeps as „interrupted, to be resumed“, and
 * nobody would ever resume it: that is its end, too. And a network folder that is away takes nothing and
 * says nothing: after a while that is an end as well. While the person still chooses, nothing is counted.
 */
export function whenEnded(item: Saved, tell: (end: FileEnd, savePath: string) => void): void {
  let refused = false
  let ended = false
  const end = (outcome: FileEnd['outcome']) => {
    if (ended) return
    ended = true
    clearInterval(looking)
    const savePath = item.getSavePath()
    const name = path.basename(savePath) || item.getFilename()
    tell({ address: item.getURL(), name, outcome }, savePath)
  }
  let received = -1
  let silentMs = 0
  const looking = setInterval(() => {
    if (item.getSavePath() === '') return
    const now = item.getReceivedBytes()
    silentMs = now > received ? 0 : silentMs + LOOK_MS
    received = now
    if (silentMs < SILENT_MS) return
    end('silent')
    item.cancel()
  }, LOOK_MS)
  item.on('updated', (_event, state) => {
    if (state !== 'interrupted' || refused) return
    refused = true
    item.cancel()
  })
  item.once('done', (_event, state) => {
    const isRefused = refused || state === 'interrupted'
    end(state === 'completed' ? 'saved' : isRefused ? 'refused' : 'cancelled')
  })
}
