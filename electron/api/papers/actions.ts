import { z } from 'zod'
import { can } from '#domain/accounts/permissions.ts'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { papersList } from '#domain/papers/list.ts'
import { signingOf } from '#domain/people/rules.ts'
import { filedPaperKindSchema, signedModeSchema, type PaperStatus } from '#domain/papers/schema.ts'
import { findPaper, papersByNumber, papersOfPerson } from '#db/queries/papers.ts'
import { listRepresentatives } from '#db/queries/people-parts.ts'
import { getPerson } from '#db/queries/people.ts'
import type { Db } from '#db/connection.ts'
import type { PaperRow } from '#db/schema/papers.ts'
import { existing } from '../kernel/faults.ts'
import { action } from '../kernel/actions.ts'
import { defineList } from '../kernel/lists.ts'
import { read } from '../kernel/procedures.ts'
import { id, which } from '../kernel/ids.ts'
import { printPaper, reportMissing } from '../kernel/paper-steps.ts'
import { keepPrintHabit, pdfFile, printHabitOf } from '../kernel/printing.ts'
import { filedPapers } from '../paper-kinds.ts'
import { papersSource, visibleKinds } from './list.ts'
import { handOut, openedPaper, signBack } from './steps.ts'
import { paperBytes, paperLine, visible } from './view.ts'

const copies = z.int('wholeNumber').min(1, 'tooSmall').max(20, 'tooBig')

/** Statuses in which a signature may still come back. */
const awaited: readonly PaperStatus[] = ['forPrint', 'printed', 'out', 'missing']

/** Who is expected to have signed: as its record says, otherwise as the person's capacity says. */
function expectedMode(db: Db, paper: PaperRow) {
  const said = filedPapers[paper.kind].signer?.(db, paper.subjectId)
  if (said) return said
  const person = existing(getPerson(db, paper.personId))
  const { mode } = signingOf(person, listRepresentatives(db, paper.personId), paper.paperDate)
  return mode === 'cannotSign' ? 'person' : mode
}

/** Frozen papers: the same bytes every time, and where the signed one is. */
export default {
  ...defineList(papersList, papersSource),

  /** Papers that carry exactly this number and whose signature is awaited; for typing them in. */
  awaited: read(
    {
      permission: 'papers.markSigned',
      audit: 'none',
      input: z.object({ number: z.string().trim().min(1, 'paperNumberMissing').max(60) }),
    },
    ({ input, db, actor }) => {
      const all = papersByNumber(db, input.number).filter(({ kind }) =>
        visibleKinds(actor).includes(kind),
      )
      return {
        papers: all
          .filter(({ status }) => awaited.includes(status))
          .map((paper) => ({
            ...paperLine(db, actor, paper),
            expectedMode: expectedMode(db, paper),
          })),
        /** There is one, but nothing is awaited of it: signed already or annulled. */
        settled: all.find(({ status }) => !awaited.includes(status))?.status ?? null,
      }
    },
  ),

  ofPerson: read(
    { permission: 'papers.read', audit: 'dossier.opened', input: z.object({ personId: id }) },
    ({ input, db, actor, noteReading }) => {
      existing(getPerson(db, input.personId))
      noteReading(input.personId)
      return papersOfPerson(db, input.personId)
        .filter((paper) => visibleKinds(actor).includes(paper.kind))
        .map((paper) => paperLine(db, actor, paper))
    },
  ),

  find: read(
    { permission: 'papers.read', audit: 'dossier.opened', input: z.object({ id }) },
    ({ input, db, actor, noteReading }) => {
      const paper = visible(actor, findPaper(db, input.id))
      noteReading(paper.personId, { kind: 'paper', id: paper.id })
      return {
        ...paperLine(db, actor, paper),
        expectedMode: expectedMode(db, paper),
        print: printHabitOf(db, actor.accountId, paper.kind) ?? { copies: 2, duplex: true },
        mayMark: can(actor.roles, 'papers.markSigned'),
      }
    },
  ),

  /** The frozen bytes. */
  pdf: read(
    { permission: 'papers.print', audit: 'dossier.paperShown', input: z.object({ id }) },
    ({ input, db, actor, office, noteReading }) => {
      const paper = visible(actor, findPaper(db, input.id))
      noteReading(paper.personId, { kind: 'paper', id: paper.id })
      return pdfFile(paperBytes(db, office.filesDir, paper), paper.kind)
    },
  ),

  /** The frozen pages as the printer takes them: so many copies, each beginning on a new sheet. */
  forPrinter: read(
    {
      permission: 'papers.print',
      audit: 'dossier.paperShown',
      input: z.object({ id, copies, duplex: z.boolean() }),
    },
    async ({ input, db, actor, office, noteReading }) => {
      const paper = visible(actor, findPaper(db, input.id))
      noteReading(paper.personId, { kind: 'paper', id: paper.id })
      const bytes = paperBytes(db, office.filesDir, paper)
      // One copy needs no assembly: the printer is given the frozen file itself.
      if (input.copies === 1) return pdfFile(bytes, paper.kind)
      const { pdf } = await office.papers.assemble([bytes], {
        title: paper.number,
        copies: input.copies,
        duplex: input.duplex,
      })
      return pdfFile(pdf, paper.kind)
    },
  ),

  /** By the number that stands on it; of several years the latest. */
  reprint: read(
    {
      permission: 'papers.print',
      audit: 'dossier.paperShown',
      input: z.object({ kind: filedPaperKindSchema, number: z.string().min(1).max(60) }),
    },
    ({ input, db, actor, office, noteReading }) => {
      const found = papersByNumber(db, input.number).find(({ kind }) => kind === input.kind)
      const paper = visible(actor, found)
      noteReading(paper.personId, { kind: 'paper', id: paper.id })
      return pdfFile(paperBytes(db, office.filesDir, paper), paper.kind)
    },
  ),

  /** A person says that it came out of the printer: a jam is not a print. */
  markPrinted: action(
    {
      permission: 'papers.print',
      audit: 'paper.printed',
      subject: 'paper',
      input: which.extend({
        /** How it was printed; the next one of this kind begins so. */
        as: z.object({ copies, duplex: z.boolean() }).optional(),
      }),
    },
    (call) => {
      const { input, tx, audit, actor } = call
      const paper = openedPaper(call)
      const { version, status } = printPaper(call, paper)
      if (input.as) keepPrintHabit(tx, actor.accountId, paper.kind, input.as)
      audit({ subjectId: paper.id, personId: paper.personId, payload: { kind: paper.kind } })
      return { version, status }
    },
  ),

  /** Given out for signature, or found missing: that changes nothing of what it stands for. */
  move: action(
    {
      permission: 'papers.markSigned',
      audit: 'paper.moved',
      subject: 'paper',
      input: which.extend({ step: z.enum(['handOut', 'reportMissing']) }),
    },
    (call) => {
      const paper = openedPaper(call)
      const { version, status } =
        call.input.step === 'handOut' ? handOut(call, paper) : reportMissing(call, paper)
      call.audit({
        subjectId: paper.id,
        personId: paper.personId,
        payload: { from: paper.status, to: status },
      })
      return { version, status }
    },
  ),

  /** The signed one came back; its contract or plan follows in the same transaction. */
  markSigned: action(
    {
      permission: 'papers.markSigned',
      audit: 'paper.signed',
      subject: 'paper',
      input: which.extend({ signedOn: civilDateSchema, mode: signedModeSchema }),
    },
    (call) => {
      const { signedOn, mode } = call.input
      const paper = openedPaper(call)
      const { version, status } = signBack(call, paper, { on: signedOn, mode })
      call.audit({
        subjectId: paper.id,
        personId: paper.personId,
        payload: { signedOn, mode },
      })
      return { version, status }
    },
  ),
}
