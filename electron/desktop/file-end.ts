import path from 'node:path'
import type { DownloadItem } from 'electron'

/** How a file that the page saved, or a paper that was saved from its window, has ended. */
export interface FileEnd {
  address: string
  /** As the person named it; the folder is not told. */
  name: string
  outcome: 'saved' | 'refused' | 'cancelled'
}

type Saved = Pick<DownloadItem, 'getURL' | 'getFilename' | 'getSavePath' | 'cancel' | 'on' | 'once'>

/**
 * Tells once how a file ended. What the disk does not take – a file that another program holds open,
 * a folder without rights, a stick that is out – Chromium keeps as „interrupted, to be resumed“, and
 * nobody would ever resume it: that is its end, too.
 */
export function whenEnded(item: Saved, tell: (end: FileEnd) => void): void {
  let refused = false
  item.on('updated', (_event, state) => {
    if (state !== 'interrupted' || refused) return
    refused = true
    item.cancel()
  })
  item.once('done', (_event, state) => {
    const isRefused = refused || state === 'interrupted'
    tell({
      address: item.getURL(),
      name: path.basename(item.getSavePath()) || item.getFilename(),
      outcome: state === 'completed' ? 'saved' : isRefused ? 'refused' : 'cancelled',
    })
  })
}
