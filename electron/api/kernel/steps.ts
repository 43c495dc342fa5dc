import type { z } from 'zod'
import { can, type Permission } from '#domain/accounts/permissions.ts'
import type { Db, Sync, Tx } from '#db/connection.ts'
import type { Stamp } from '#db/kept-record.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { action, type ActionCall, type AuditLine } from './actions.ts'
import { formOf, overtaken, saveOrConflict, type Saved } from './conflict.ts'
import { existing } from './faults.ts'
import type { Definition } from './gate.ts'

/** What a step needs of the call it is taken in; one step may take another. */
export interface StepCall {
  tx: Tx
  actor: Session
  now: string
  today: string
}

/** Who writes and when, for what is saved in this call. */
export const stampOf = ({ now, actor }: Pick<StepCall, 'now' | 'actor'>): Stamp => ({
  at: now,
  by: actor.accountId,
})

/** A record and the save of it that the page knows. */
export interface Which {
  id: string
  version: number
}

/** What every kept record carries, whatever else it holds. */
interface Kept extends Which, Saved {
  personId?: string
}

/** What steps must know of a concept's record; said once beside the steps of the concept. */
export interface KeptRecord<R, C> {
  /** Its kind in the journal. */
  subject: string
  /** To whoever may not read it, it is not there. */
  read: Permission
  load(db: Db, id: string): R | undefined
  row(record: R): Kept
  /** By version; throws StaleVersion. */
  save(tx: Tx, id: string, version: number, changes: C, stamp: Stamp): number
  /** A step edits no field: of a colleague's record the page needs only where it stands now. */
  stand(record: R): object
}

/** What a step that may be taken comes to. */
export interface Judged<C, A extends object> {
  changes: C
  /** Into the journal. */
  payload?: Record<string, unknown>
  /** For the page, beside id and new version. */
  answer?: A
  /** What follows in the same transaction, once the record is saved. */
  follow?(): void
}

export type Stepped<A extends object> = Which & A

/** The steps of a concept: loaded, judged, saved, written down and answered in one way. */
export function stepsOf<R, C>(record: KeptRecord<R, C>) {
  const standOf = (found: R) => formOf(record.row(found), record.stand(found))
  const load = (db: Db, id: string, actor: Session): R =>
    existing(can(actor.roles, record.read) ? record.load(db, id) : undefined)

  /**
   * The record, if it is still the one that the page shows: whoever was overtaken is told so before
   * being judged by what they have not seen. Throws NOT_FOUND, CONFLICT.
   */
  const opened = (db: Db, { id, version }: Which, actor: Session): R => {
    const found = load(db, id, actor)
    if (record.row(found).version !== version) throw overtaken(db, standOf(found))
    return found
  }

  /** Saves changes over the version given. Throws CONFLICT. */
  const save = (call: StepCall, { id, version }: Which, changes: C): number =>
    saveOrConflict(
      call.tx,
      () => record.save(call.tx, id, version, changes, stampOf(call)),
      () => {
        const found = record.load(call.tx, id)
        return found === undefined ? undefined : standOf(found)
      },
    )

  const lineOf = (found: R, { payload }: Pick<Judged<C, object>, 'payload'>): AuditLine => {
    const { id, personId } = record.row(found)
    return {
      subjectId: id,
      ...(personId === undefined ? {} : { personId }),
      ...(payload === undefined ? {} : { payload }),
    }
  }

  /** The last part of every step: save, what follows, journal, answer. */
  const take = <A extends object>(
    call: StepCall & Pick<ActionCall<Which>, 'input' | 'audit'>,
    found: R,
    judged: Judged<C, A>,
  ): Stepped<A> => {
    const { id } = call.input
    const version = save(call, call.input, judged.changes)
    judged.follow?.()
    call.audit(lineOf(found, judged))
    return { id, version, ...judged.answer } as Stepped<A>
  }

  /**
   * One step: the judge says what it comes to, by the rules of the domain, or throws RULE. The input
   * is `which`, extended by what the step asks for.
   */
  const step = <I extends z.ZodType<Which>, A extends object>(
    definition: Definition<I>,
    judge: (call: ActionCall<z.output<I>> & { record: R }) => Judged<C, A>,
  ) =>
    action({ ...definition, subject: record.subject }, (call): Sync<Stepped<A>> => {
      const found = opened(call.tx, call.input, call.actor)
      return take(call, found, judge({ ...call, record: found })) as Sync<Stepped<A>>
    })

  /** The record is taken out whole; what stood in it stays in the journal. */
  const removal = <I extends z.ZodType<Which>, A extends object>(
    definition: Definition<I>,
    /** By version; throws StaleVersion. */
    remove: (tx: Tx, id: string, version: number) => void,
    judge: (call: ActionCall<z.output<I>> & { record: R }) => Omit<Judged<C, A>, 'changes'>,
  ) =>
    action({ ...definition, subject: record.subject }, (call): Sync<{ removed: true } & A> => {
      const { tx, input } = call
      const found = opened(tx, input, call.actor)
      const judged = judge({ ...call, record: found })
      remove(tx, input.id, input.version)
      judged.follow?.()
      call.audit(lineOf(found, judged))
      return { removed: true, ...judged.answer } as Sync<{ removed: true } & A>
    })

  return { subject: record.subject, row: record.row, opened, save, take, step, removal }
}

export type Steps<R, C> = ReturnType<typeof stepsOf<R, C>>
