import type { FiledPaperKind } from '#domain/papers/schema.ts'
import type { SettingKey } from '#domain/settings/catalogue.ts'
import { fillNumberMask } from '#domain/settings/rules.ts'
import type { Db, Tx } from '#db/connection.ts'
import { recordFile, storeFile, type StoredFile } from '#db/files/store.ts'
import { newId } from '#db/ids.ts'
import { insertPaper } from '#db/queries/papers.ts'
import { drawNumber, nextNumber, typeNumber } from '#db/queries/registry-numbers.ts'
import { expectNumbersConfirmed } from '#db/queries/backup-restores.ts'
import type { RenderRequest } from '#papers/protocol.ts'
import type { Call } from './procedures.ts'
import { settingValue } from './settings.ts'

const masks = {
  contract: 'contractNumberMask',
  plan: 'planNumberMask',
  assessment: 'assessmentNumberMask',
} as const satisfies Record<FiledPaperKind, SettingKey>

/** What a builder made of the facts, ready for the compiler. */
export interface PaperToFreeze {
  request: RenderRequest
  textVersion: string
  dataHash: string
}

/** A paper that is compiled and safe on the disk, and that no row names yet. */
export interface PreparedPaper {
  kind: FiledPaperKind
  label: string
  /** The number was typed from the municipality's register instead of drawn. */
  typed: boolean
  date: string
  pages: number
  stored: StoredFile
  textVersion: string
  dataHash: string
}

function labelOf(db: Db, kind: FiledPaperKind, n: number, date: string): string {
  const whole = kind === 'contract'
  return fillNumberMask(settingValue(db, masks[kind], date), {
    n,
    year: Number(date.slice(0, 4)),
    prefix: whole ? settingValue(db, 'contractNumberPrefix', date) : '',
    index: whole ? settingValue(db, 'contractNumberIndex', date) : '',
  })
}

/** The number that a paper of this date would get now; for the screen, drawing decides. */
export function nextLabel(db: Db, kind: FiledPaperKind, date: string): string {
  return labelOf(db, kind, nextNumber(db, kind, Number(date.slice(0, 4))), date)
}

/**
 * Compiles a paper with the number it is about to get and puts it into the file store. For the
 * `prepare` of an action: nothing is written to the database, the number is not drawn yet.
 */
export async function preparePaper(
  call: Call & { db: Db },
  kind: FiledPaperKind,
  date: string,
  build: (label: string) => PaperToFreeze,
  typedNumber: string | null = null,
): Promise<PreparedPaper> {
  const { office, db } = call
  // Drawing refuses as well; here nothing was compiled and stored for it yet.
  if (typedNumber === null) expectNumbersConfirmed(db)
  const label = typedNumber ?? nextLabel(db, kind, date)
  const { request, textVersion, dataHash } = build(label)
  const { pdf, pages } = await office.papers.render(request)
  const stored = storeFile(db, office.filesDir, pdf)
  return {
    kind,
    label,
    typed: typedNumber !== null,
    date,
    pages,
    stored,
    textVersion,
    dataHash,
  }
}

/**
 * Draws the number and files the paper, in the action's transaction. The drawn number must be the
 * one that is printed: slow actions take turns, so another one here would be a fault, not chance.
 */
export function freezePaper(
  tx: Tx,
  call: Call,
  paper: PreparedPaper,
  subject: { kind: string; id: string; personId: string },
): { paperId: string; number: string } {
  const { actor, now } = call
  const year = Number(paper.date.slice(0, 4))
  const numbered = {
    register: paper.kind,
    year,
    subjectKind: subject.kind,
    subjectId: subject.id,
    issuedOn: paper.date,
    actor: actor.accountId,
    now,
  }
  const drawn = paper.typed
    ? typeNumber(tx, numbered, paper.label)
    : drawNumber(tx, numbered, (n) => labelOf(tx, paper.kind, n, paper.date))
  if (drawn.label !== paper.label) throw new Error('the drawn number is not the printed one')
  const file = recordFile(tx, paper.stored, {
    mediaType: 'application/pdf',
    now,
    actor: actor.accountId,
  })
  const paperId = newId()
  insertPaper(tx, {
    id: paperId,
    kind: paper.kind,
    personId: subject.personId,
    subjectKind: subject.kind,
    subjectId: subject.id,
    registryNumberId: drawn.id,
    number: drawn.label,
    paperDate: paper.date,
    fileId: file.id,
    pages: paper.pages,
    textVersion: paper.textVersion,
    dataHash: paper.dataHash,
    issuedAt: now,
    issuedBy: actor.accountId,
  })
  return { paperId, number: drawn.label }
}
