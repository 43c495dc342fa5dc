import { hostname } from 'node:os'
import { FolderInUse } from '#db/lock.ts'
import type { FolderHolder } from '#domain/backup/office-state.ts'
import { startOffice, type Office, type OfficeOptions } from './office.ts'

export type Opened<O = Office> = { office: O } | { holder: FolderHolder | null }

export interface Door<O = Office> {
  /** The office; while another program has its folder, who that is. Until then each asking tries anew. */
  open(): Promise<Opened<O>>
}

interface OfficeDoorway extends Door {
  /** Once it is open. */
  readonly office: Office | undefined
  /** Of the office, now or as soon as it opens. */
  setEndpoint(endpoint: string): void
  /** Ends the office, or the waiting for it. */
  close(): Promise<void>
}

/**
 * The way into an office whose folder may be held by another program, for shells with a page that
 * says so and lets a person try again. Anything else that keeps it from opening is thrown.
 */
export function createDoor(options: OfficeOptions, { waits }: { waits: boolean }): OfficeDoorway {
  let office: Office | undefined
  let endpoint: string | undefined
  let closed = false
  // One try at a time: two in one process would take the lock from each other.
  let trying: Promise<Opened> | undefined
  const attempt = async (): Promise<Opened> => {
    try {
      office = await startOffice(options)
      if (endpoint !== undefined) office.setEndpoint(endpoint)
      return { office }
    } catch (error) {
      if (!(error instanceof FolderInUse) || !waits) throw error
      return { holder: holderOf(error) }
    } finally {
      trying = undefined
    }
  }
  return {
    get office() {
      return office
    },
    open() {
      if (office) return Promise.resolve({ office })
      if (closed) return Promise.reject(new Error('the program is closing'))
      return (trying ??= attempt())
    },
    setEndpoint(address) {
      endpoint = address
      office?.setEndpoint(address)
    },
    async close() {
      closed = true
      await trying?.catch(() => undefined)
      await office?.close()
    },
  }
}

function holderOf({ owner }: FolderInUse): FolderHolder | null {
  if (!owner) return null
  const { computer, since } = owner
  return { computer, since, here: computer === hostname() }
}
