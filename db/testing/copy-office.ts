import { randomBytes } from 'node:crypto'
import { appendAudit } from '../audit/append.ts'
import { copyToMedium, type CopyResult, type WrittenCopy } from '../backup/copy.ts'
import type { MediumFound } from '../backup/medium.ts'
import type { TellProgress } from '../backup/progress.ts'
import { recordFile, storeFile } from '../files/store.ts'
import { openTestOffice, testNow, type TestOffice } from './database.ts'

/** An office with stored files, and one call that copies it to a place. */
export interface CopyOffice extends TestOffice {
  /** Stores a file of so many random bytes; returns its hash. */
  addFile(bytes: number): string
  /** One more line in the chain, so that the next copy is newer. */
  work(): void
  copy(place: string, tell?: TellProgress): CopyResult & { copy: WrittenCopy; medium: MediumFound }
}

export function openCopyOffice(): CopyOffice {
  const office = openTestOffice()
  return {
    ...office,
    addFile(bytes) {
      const stored = storeFile(office.db.orm, office.filesFolder, randomBytes(bytes))
      const about = { mediaType: 'application/pdf', now: testNow, actor: null }
      office.db.transaction((tx) => recordFile(tx, stored, about))
      return stored.hash
    },
    work() {
      office.db.transaction((tx) => {
        appendAudit(tx, {
          ...{ at: testNow, actor: null, action: 'people.update', payload: {} },
          ...{ subjectKind: 'person', subjectId: 'p1' },
        })
      })
    },
    copy(place, tell = () => undefined) {
      let written: { medium: MediumFound; copy: WrittenCopy } | undefined
      const result = copyToMedium(
        {
          dataDir: office.folder,
          database: office.db,
          key: office.key,
          now: new Date(testNow),
          madeBy: null,
          programVersion: '1.2.3',
          filesFolder: office.filesFolder,
          place,
          names: { known: {}, forNew: 'АРХИВ-1' },
        },
        {
          tell,
          written: (medium, copy) => {
            written = { medium, copy }
          },
        },
      )
      if (!written) throw new Error('the copy was never written')
      return { ...result, ...written }
    },
  }
}
