import { z } from 'zod'
import { can, type Permission } from '#domain/accounts/permissions.ts'
import {
  filedPaperKinds,
  filedPaperKindSchema,
  paperStatusSchema,
  signedModeSchema,
  type FiledPaperKind,
} from '#domain/papers/schema.ts'
import { checkSignedOn, takeStep } from '#domain/papers/rules.ts'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { readFile } from '#db/files/store.ts'
import { getPerson } from '#db/queries/people.ts'
import {
  countPapers,
  countPapersByStatus,
  findPaper,
  listPapers,
  markPrinted,
  markSigned,
  papersOfPerson,
  setPaperStatus,
  type PaperFilter,
} from '#db/queries/papers.ts'
import type { PaperRow } from '#db/schema/papers.ts'
import type { Db } from '#db/connection.ts'
import type { Session } from '#electron/office/interface.ts'
import { formatSurnameFirst } from '#domain/text/format-person.ts'
import { existing, demand, ruleError } from './kernel/faults.ts'
import { action, read } from './kernel/procedures.ts'

const id = z.string().min(1).max(64)
const version = z.int().min(1)

/** A frozen paper shows what its record shows: who may not read assessments opens no sheet of one. */
const needs: Record<FiledPaperKind, Permission> = {
  contract: 'contracts.read',
  plan: 'plans.read',
  assessment: 'assessments.read',
}
const visibleKinds = (actor: Session) =>
  filedPaperKinds.filter((kind) => can(actor.roles, needs[kind]))

function visible(actor: Session, paper: PaperRow | undefined): PaperRow {
  return existing(paper && visibleKinds(actor).includes(paper.kind) ? paper : undefined)
}

function line(db: Db, paper: PaperRow) {
  const { fileId: _file, dataHash: _hash, registryNumberId: _number, ...shown } = paper
  const person = getPerson(db, paper.personId)
  return { ...shown, personName: person ? formatSurnameFirst(person) : '' }
}

function pdfFile(db: Db, folder: string, paper: PaperRow): File {
  const bytes = Uint8Array.from(readFile(db, folder, paper.fileId))
  return new File([bytes], `${paper.kind}.pdf`, { type: 'application/pdf' })
}

/** Frozen papers: the same bytes every time, and where the signed one is. */
export const papers = {
  list: read(
    {
      permission: 'papers.read',
      audit: 'none',
      input: z.object({
        kinds: z.array(filedPaperKindSchema).optional(),
        statuses: z.array(paperStatusSchema).optional(),
        number: z.string().max(60).optional(),
        offset: z.int().min(0),
        limit: z.int().min(1).max(500),
      }),
    },
    ({ input, db, actor }) => {
      const allowed = visibleKinds(actor)
      const filter: PaperFilter = {
        kinds: (input.kinds ?? allowed).filter((kind) => allowed.includes(kind)),
        ...(input.statuses ? { statuses: input.statuses } : {}),
        ...(input.number ? { numberStartsWith: input.number } : {}),
      }
      return {
        rows: listPapers(db, filter, input).map((paper) => line(db, paper)),
        total: countPapers(db, filter),
        byStatus: countPapersByStatus(db, { kinds: allowed }),
      }
    },
  ),

  ofPerson: read(
    { permission: 'papers.read', audit: 'none', input: z.object({ personId: id }) },
    ({ input, db, actor }) =>
      papersOfPerson(db, input.personId)
        .filter((paper) => visibleKinds(actor).includes(paper.kind))
        .map((paper) => line(db, paper)),
  ),

  find: read(
    { permission: 'papers.read', audit: 'paper.opened', input: z.object({ id }) },
    ({ input, db, actor, noteReading }) => {
      const paper = visible(actor, findPaper(db, input.id))
      noteReading(paper.personId, { kind: 'paper', id: paper.id })
      return line(db, paper)
    },
  ),

  /** The frozen bytes. */
  pdf: read(
    { permission: 'papers.read', audit: 'paper.shown', input: z.object({ id }) },
    ({ input, db, actor, office, noteReading }) => {
      const paper = visible(actor, findPaper(db, input.id))
      noteReading(paper.personId, { kind: 'paper', id: paper.id })
      return pdfFile(db, office.filesDir, paper)
    },
  ),

  /** By the number that stands on it; of several years the latest. */
  reprint: read(
    {
      permission: 'papers.print',
      audit: 'paper.shown',
      input: z.object({ kind: filedPaperKindSchema, number: z.string().min(1).max(60) }),
    },
    ({ input, db, actor, office, noteReading }) => {
      const found = listPapers(
        db,
        { kinds: [input.kind], numberStartsWith: input.number },
        { limit: 50, offset: 0 },
      ).find((paper) => paper.number === input.number)
      const paper = visible(actor, found)
      noteReading(paper.personId, { kind: 'paper', id: paper.id })
      return pdfFile(db, office.filesDir, paper)
    },
  ),

  /** A person says that it came out of the printer: a jam is not a print. */
  markPrinted: action(
    {
      permission: 'papers.print',
      audit: 'paper.printed',
      subject: 'paper',
      input: z.object({ id, version }),
    },
    ({ input, tx, audit, actor, now }) => {
      const paper = visible(actor, findPaper(tx, input.id))
      const step = takeStep(paper.status, 'print')
      demand(step)
      const by = { status: step.status, now, actor: actor.accountId }
      const saved = markPrinted(tx, paper.id, input.version, by)
      audit({ subjectId: paper.id, personId: paper.personId, payload: { kind: paper.kind } })
      return { version: saved, status: step.status }
    },
  ),

  /** Given out for signature, or found missing. */
  move: action(
    {
      permission: 'papers.markSigned',
      audit: 'paper.moved',
      subject: 'paper',
      input: z.object({ id, version, step: z.enum(['handOut', 'reportMissing']) }),
    },
    ({ input, tx, audit, actor }) => {
      const paper = visible(actor, findPaper(tx, input.id))
      const step = takeStep(paper.status, input.step)
      demand(step)
      const saved = setPaperStatus(tx, paper.id, input.version, step.status)
      audit({
        subjectId: paper.id,
        personId: paper.personId,
        payload: { from: paper.status, to: step.status },
      })
      return { version: saved, status: step.status }
    },
  ),

  /** The signed one came back; what follows for its record is that record's own action. */
  markSigned: action(
    {
      permission: 'papers.markSigned',
      audit: 'paper.signed',
      subject: 'paper',
      input: z.object({ id, version, signedOn: civilDateSchema, mode: signedModeSchema }),
    },
    ({ input, tx, audit, actor, now, today }) => {
      const paper = visible(actor, findPaper(tx, input.id))
      const step = takeStep(paper.status, 'signBack')
      demand(step)
      const problems = checkSignedOn(input.signedOn, paper.paperDate, today)
      if (problems.length > 0) throw ruleError(problems)
      const saved = markSigned(tx, paper.id, input.version, {
        on: input.signedOn,
        mode: input.mode,
        now,
        actor: actor.accountId,
      })
      audit({
        subjectId: paper.id,
        personId: paper.personId,
        payload: { signedOn: input.signedOn, mode: input.mode },
      })
      return { version: saved, status: step.status }
    },
  ),
}
