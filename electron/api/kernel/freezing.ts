import type { z } from 'zod'
import { appendAudit } from '#db/audit/append.ts'
import type { Database, Db, Sync, Tx } from '#db/connection.ts'
import { typedDatabaseError } from '#db/errors.ts'
import { recordFile, storeFile, type StoredFile } from '#db/files/store.ts'
import { newId } from '#db/ids.ts'
import { expectNumbersConfirmed } from '#db/queries/backup-restores.ts'
import { insertPaper } from '#db/queries/papers.ts'
import { drawNumber, RegisterModeMixed, typeNumber } from '#db/queries/registry-numbers.ts'
import type { RenderRequest } from '#papers/protocol.ts'
import { preparedAction, type ActionCall } from './actions.ts'
import { ruleError } from './faults.ts'
import type { Call, Definition } from './gate.ts'
import { labelTaken, takenIn } from './number-taken.ts'
import { labelOf, nextLabel, type PaperKind } from './paper-kinds.ts'
import type { Judged, Stepped, Steps, Which } from './steps.ts'

/** What a builder made of the facts, ready for the compiler. */
export interface PaperToFreeze {
  request: RenderRequest
  textVersion: string
  dataHash: string
}

/** A paper that is compiled and safe on the disk, and that no row names yet. */
interface PreparedPaper {
  label: string
  date: string
  pages: number
  stored: StoredFile
  textVersion: string
  dataHash: string
}

/** A paper as it was filed. */
export interface Frozen {
  paperId: string
  number: string
}

/** What a step that may be taken freezes, and what it comes to once that is done. */
export interface Freezing<C, A extends object> {
  /** Of the paper: its number is of this year. */
  date: string
  /** Typed from the municipality's register; without one the next is drawn. */
  typedNumber?: string | null
  /** Built from the records as they stand; more than once. */
  build(number: string): PaperToFreeze
  frozen(paper: Frozen, call: ActionCall<Which>): Judged<C, A>
}

/**
 * A step that freezes a paper of its record. The paper is made with the number it is about to get;
 * number, file, paper and state come into the database in one transaction, so that a failure in the
 * middle draws nothing. The judge is asked before the paper is made and again where it counts, and the
 * facts are hashed again there: somebody may have saved the person, the record or the office while the
 * paper was being made, and what is filed is what stands. Throws RULE, CONFLICT, NOT_FOUND.
 */
export function frozenStep<R, C, I extends z.ZodType<Which>, A extends object>(
  kind: PaperKind,
  steps: Steps<R, C>,
  definition: Omit<Definition<I>, 'permission'>,
  judge: (call: Call & { input: z.output<I>; db: Db; record: R }) => Freezing<NoInfer<C>, A>,
) {
  const judged = (call: Call & { input: z.output<I> }, db: Db) => {
    const record = steps.opened(db, call.input, call.actor)
    return { record, freezing: judge({ ...call, db, record }) }
  }
  return preparedAction(
    { ...definition, permission: kind.issue, subject: steps.subject },
    (call) => preparePaper(call, kind, judged(call, call.db).freezing),
    (call): Sync<Stepped<A & Frozen>> => {
      const { tx, prepared } = call
      const { record, freezing } = judged(call, tx)
      if (
        freezing.date !== prepared.date ||
        freezing.build(prepared.label).dataHash !== prepared.dataHash
      )
        throw ruleError([{ code: 'paperFactsChanged' }])
      const { id, personId = '' } = steps.row(record)
      const typed = isTyped(freezing)
      const paper = freezePaper(tx, call, { kind, typed, prepared, id, personId })
      const { answer, ...rest } = freezing.frozen(paper, call)
      return steps.take(call, record, {
        ...rest,
        answer: { ...answer, ...paper },
      }) as Sync<Stepped<A & Frozen>>
    },
  )
}

/** A paper of a record that is made with it: one of a pile. */
interface FreezingAnew {
  /** Of the record. */
  id: string
  personId: string
  date: string
  build(number: string): PaperToFreeze
  /** Writes the record beside its paper; says what the journal keeps of it. */
  written(tx: Tx, paper: Frozen): Record<string, unknown>
}

/**
 * One paper of a pile in a transaction of its own, with its line in the journal; undefined where there is
 * nothing to write by now. Each takes its turn, so that nobody waits for the whole pile. Throws RULE.
 */
export function freezeAnew(
  call: Call & { database: Database },
  kind: PaperKind,
  audit: string,
  judge: (db: Db) => FreezingAnew | undefined,
): Promise<Frozen | undefined> {
  const { office, actor, database } = call
  return office.issueInTurn(async () => {
    const first = judge(database.orm)
    if (first === undefined) return undefined
    const own = { ...call, now: office.now() }
    const prepared = await preparePaper({ ...own, db: database.orm }, kind, first)
    return database.transaction((tx) => {
      const one = judge(tx)
      if (one?.date !== prepared.date || one.build(prepared.label).dataHash !== prepared.dataHash)
        throw ruleError([{ code: 'paperFactsChanged' }])
      const { id, personId } = one
      const paper = freezePaper(tx, own, { kind, typed: false, prepared, id, personId })
      const payload = one.written(tx, paper)
      appendAudit(
        tx,
        {
          ...{ at: own.now, actor: actor.accountId, action: audit },
          ...{ subjectKind: kind.kind, subjectId: id, personId, payload },
        },
        office.now(),
      )
      return paper
    })
  })
}

/** One of several papers of an action: the record it stands for, and whose it is. */
interface OneOfMany {
  id: string
  personId: string
  build: (number: string) => PaperToFreeze
}

/** What a step that may be taken freezes at once, and what it comes to once that is done. */
interface FreezingMany<C, A extends object> {
  /** Of all the papers. */
  date: string
  papers: readonly OneOfMany[]
  frozen(
    papers: readonly (Frozen & Omit<OneOfMany, 'build'>)[],
    call: ActionCall<Which>,
  ): Judged<C, A>
}

/**
 * A step that freezes several papers, each for a record of its own beside the one that the step is
 * taken on: all of them, with numbers in a row, or none. Otherwise as `frozenStep`.
 */
export function frozenManyStep<R, C, I extends z.ZodType<Which>, A extends object>(
  kind: PaperKind,
  steps: Steps<R, C>,
  definition: Omit<Definition<I>, 'permission'>,
  judge: (call: Call & { input: z.output<I>; db: Db; record: R }) => FreezingMany<NoInfer<C>, A>,
) {
  const judged = (call: Call & { input: z.output<I> }, db: Db) => {
    const record = steps.opened(db, call.input, call.actor)
    return { record, freezing: judge({ ...call, db, record }) }
  }
  return preparedAction(
    { ...definition, permission: kind.issue, subject: steps.subject },
    async (call) => {
      const { date, papers } = judged(call, call.db).freezing
      const prepared: PreparedPaper[] = []
      for (const [ahead, { build }] of papers.entries())
        prepared.push(await preparePaper(call, kind, { date, build }, ahead))
      return prepared
    },
    (call): Sync<Stepped<A>> => {
      const { tx, prepared } = call
      const { record, freezing } = judged(call, tx)
      const { date, papers } = freezing
      const changed = ruleError([{ code: 'paperFactsChanged' }])
      if (papers.length !== prepared.length) throw changed
      const filed = papers.map(({ id, personId, build }, at) => {
        const made = prepared[at]
        if (!made || made.date !== date || build(made.label).dataHash !== made.dataHash)
          throw changed
        const paper = freezePaper(tx, call, { kind, typed: false, prepared: made, id, personId })
        return { ...paper, id, personId }
      })
      return steps.take(call, record, freezing.frozen(filed, call)) as Sync<Stepped<A>>
    },
  )
}

const isTyped = ({ typedNumber }: { typedNumber?: string | null }) =>
  typedNumber !== undefined && typedNumber !== null

/**
 * Compiles the paper with the number it is about to get and puts it into the file store. Nothing is
 * written to the database, the number is not drawn yet.
 */
async function preparePaper(
  { office, db }: Call & { db: Db },
  kind: PaperKind,
  { date, typedNumber, build }: Pick<Freezing<unknown, object>, 'date' | 'typedNumber' | 'build'>,
  /** Papers of the same action that are numbered before it. */
  ahead = 0,
): Promise<PreparedPaper> {
  const typed = typedNumber ?? null
  // Drawing refuses as well; here nothing was compiled and stored for it yet.
  if (typed === null) expectNumbersConfirmed(db)
  const label = typed ?? nextLabel(db, kind, date, ahead)
  const { request, textVersion, dataHash } = build(label)
  const { pdf, pages } = await office.papers.render(request)
  return { label, date, pages, stored: storeFile(db, office.filesDir, pdf), textVersion, dataHash }
}

interface ToFreeze {
  kind: PaperKind
  typed: boolean
  prepared: PreparedPaper
  id: string
  personId: string
}

/**
 * Draws the number and files the paper, in the action's transaction. The drawn number must be the
 * one that is printed: slow actions take turns, so another one here would be a fault, not chance.
 */
function freezePaper(tx: Tx, { actor, now }: Call, one: ToFreeze): Frozen {
  const { kind, prepared } = one
  const subject = { subjectKind: kind.kind, subjectId: one.id }
  const drawn = numberOf(tx, one, {
    register: kind.kind,
    year: Number(prepared.date.slice(0, 4)),
    ...subject,
    issuedOn: prepared.date,
    actor: actor.accountId,
    now,
  })
  if (drawn.label !== prepared.label) throw new Error('the drawn number is not the printed one')
  const file = recordFile(tx, prepared.stored, {
    mediaType: 'application/pdf',
    now,
    actor: actor.accountId,
  })
  const paperId = newId()
  insertPaper(tx, {
    id: paperId,
    kind: kind.kind,
    personId: one.personId,
    ...subject,
    registryNumberId: drawn.id,
    number: drawn.label,
    paperDate: prepared.date,
    fileId: file.id,
    pages: prepared.pages,
    textVersion: prepared.textVersion,
    dataHash: prepared.dataHash,
    issuedAt: now,
    issuedBy: actor.accountId,
  })
  return { paperId, number: drawn.label }
}

function numberOf(
  tx: Tx,
  { kind, typed, prepared: { label, date } }: ToFreeze,
  numbered: Parameters<typeof drawNumber>[1],
) {
  try {
    return typed
      ? typeNumber(tx, numbered, label)
      : drawNumber(tx, numbered, (n) => labelOf(tx, kind, n, date))
  } catch (thrown) {
    const error = typedDatabaseError(thrown)
    if (error instanceof RegisterModeMixed)
      throw ruleError([{ code: 'registerOtherMode', params: { year: error.year } }])
    if (!takenIn(error)) throw error
    if (!typed) throw labelTaken(label)
    if (kind.numberTaken === undefined) throw error
    throw ruleError([{ code: kind.numberTaken, path: ['number'], params: { number: label } }])
  }
}
