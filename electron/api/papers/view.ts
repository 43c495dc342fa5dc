import { can } from '#domain/accounts/permissions.ts'
import { formatSurnameFirst } from '#domain/text/format-person.ts'
import type { Db } from '#db/connection.ts'
import { readFile } from '#db/files/store.ts'
import { getPerson } from '#db/queries/people.ts'
import type { PaperRow } from '#db/schema/papers.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { existing } from '../kernel/faults.ts'
import { visibleKinds } from './list.ts'

/** The paper when this role may see it; otherwise NOT_FOUND, as if it were not there. */
export function visible(actor: Session, paper: PaperRow | undefined): PaperRow {
  return existing(paper && visibleKinds(actor).includes(paper.kind) ? paper : undefined)
}

/** A line of a list of papers; why one was annulled is told to who works with them. */
export function paperLine(db: Db, actor: Session, paper: PaperRow) {
  const { fileId: _file, dataHash: _hash, registryNumberId: _number, ...shown } = paper
  const person = getPerson(db, paper.personId)
  return {
    ...shown,
    annulReason: can(actor.roles, 'papers.markSigned') ? paper.annulReason : null,
    personName: person ? formatSurnameFirst(person) : '',
  }
}

/** The frozen bytes. */
export function paperBytes(db: Db, folder: string, paper: PaperRow): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(readFile(db, folder, paper.fileId))
}
