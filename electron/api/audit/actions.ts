import { z } from 'zod'
import { can, type Permission } from '#domain/accounts/permissions.ts'
import { auditActions, kindOfAction, seeingActions } from '#domain/audit/actions.ts'
import type { PersonNote } from '#domain/people/schema.ts'
import type { Db } from '#db/connection.ts'
import { findAccount } from '#db/queries/accounts.ts'
import { listAudit, whoViewed, type AuditRecord } from '#db/queries/audit.ts'
import { notesById } from '#db/queries/people-parts.ts'
import { getPerson } from '#db/queries/people.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { journal } from './journal.ts'
import { existing } from '../kernel/faults.ts'
import { id } from '../kernel/ids.ts'
import { read } from '../kernel/procedures.ts'

/** What the timeline can be narrowed to. */
export const timelineKinds = ['decisions', 'papers', 'talks', 'changes'] as const
export type TimelineKind = (typeof timelineKinds)[number]

/** Actions by their beginning: which filter they belong to and who may read of them. */
const concepts: readonly { prefix: string; kind: TimelineKind; right: Permission }[] = [
  { prefix: 'application.', kind: 'decisions', right: 'applications.read' },
  { prefix: 'candidacy.', kind: 'decisions', right: 'candidates.read' },
  { prefix: 'selection.', kind: 'decisions', right: 'selections.read' },
  { prefix: 'assessment.', kind: 'decisions', right: 'assessments.read' },
  { prefix: 'plan.', kind: 'decisions', right: 'plans.read' },
  { prefix: 'contract.', kind: 'decisions', right: 'contracts.read' },
  { prefix: 'employment.', kind: 'decisions', right: 'employments.read' },
  { prefix: 'assistantChoice.', kind: 'decisions', right: 'assignments.read' },
  { prefix: 'assignment.', kind: 'decisions', right: 'assignments.read' },
  { prefix: 'homeKey.', kind: 'decisions', right: 'assignments.read' },
  { prefix: 'letter.', kind: 'papers', right: 'people.readTelk' },
  { prefix: 'event.', kind: 'decisions', right: 'events.read' },
  { prefix: 'paper.', kind: 'papers', right: 'papers.read' },
  { prefix: 'person.noteAdded', kind: 'talks', right: 'people.read' },
  { prefix: 'person.telkSaved', kind: 'changes', right: 'people.readTelk' },
  { prefix: 'person.created', kind: 'changes', right: 'people.read' },
  { prefix: 'person.changed', kind: 'changes', right: 'people.read' },
  { prefix: 'person.keptApart', kind: 'changes', right: 'people.read' },
  { prefix: 'person.apartUndone', kind: 'changes', right: 'people.read' },
  { prefix: 'person.representativeSaved', kind: 'changes', right: 'people.read' },
]

/** Who looked is no event of the dossier: „Кой е виждал това“ has a right of its own. */
const happened = auditActions.filter((one) => kindOfAction(one) !== 'view')

/** Of what „Кой е виждал това“ counts, the one that is counted by itself. */
const revealingActions = ['person.idRevealed']

export default {
  ...journal,

  /** What happened in a dossier, newest first; a page ends where the next one begins (`next`). */
  timeline: read(
    {
      permission: 'people.read',
      audit: 'dossier.opened',
      input: z.object({
        personId: id,
        kinds: z.array(z.enum(timelineKinds)).max(4).optional(),
        beforeSeq: z.int().min(1).optional(),
        limit: z.int().min(1).max(100).default(40),
      }),
    },
    ({ input, db, actor, noteReading }) => {
      existing(getPerson(db, input.personId))
      noteReading(input.personId)
      const of = concepts
        .filter(
          ({ kind, right }) => can(actor.roles, right) && (input.kinds?.includes(kind) ?? true),
        )
        .map(({ prefix }) => prefix)
      const actions = happened.filter((one) => of.some((prefix) => one.startsWith(prefix)))
      const found = listAudit(db, {
        personId: input.personId,
        actions,
        ...(input.beforeSeq === undefined ? {} : { beforeSeq: input.beforeSeq }),
        limit: input.limit + 1,
      })
      const page = found.slice(0, input.limit)
      return {
        entries: entriesOf(db, actor, page),
        next: found.length > input.limit ? (page.at(-1)?.seq ?? null) : null,
      }
    },
  ),

  /** „Кой е виждал това“: who opened the dossier, how often, when last; who saw the whole number. */
  viewers: read(
    {
      permission: 'audit.readPerson',
      audit: 'dossier.viewersRead',
      input: z.object({ personId: id }),
    },
    ({ input, db, office, noteReading }) => {
      existing(getPerson(db, input.personId))
      noteReading(input.personId)
      // Who has the dossier open now has seen it too.
      office.writeReadingNotes()
      const revealed = new Map(
        whoViewed(db, input.personId, revealingActions).map((row) => [row.actor, row.times]),
      )
      const names = nameOf(db)
      return whoViewed(db, input.personId, seeingActions).map((row) => ({
        id: row.actor ?? '',
        name: names(row.actor),
        times: row.times - (revealed.get(row.actor) ?? 0),
        revealed: revealed.get(row.actor) ?? 0,
        first: row.first,
        last: row.last,
      }))
    },
  ),
}

/** Account id → name on the screen, asked once each. */
function nameOf(db: Db): (accountId: string | null) => string {
  const known = new Map<string, string>()
  return (accountId) => {
    if (accountId === null) return ''
    const name = known.get(accountId) ?? findAccount(db, accountId)?.displayName ?? ''
    known.set(accountId, name)
    return name
  }
}

function entriesOf(db: Db, actor: Session, records: readonly AuditRecord[]) {
  const names = nameOf(db)
  const notes = notesById(
    db,
    records.filter(({ action }) => action === 'person.noteAdded').map((one) => one.subjectId),
  )
  return records.map((record) => ({
    seq: record.seq,
    at: record.at,
    by: names(record.actor),
    action: record.action,
    subjectKind: record.subjectKind,
    subjectId: record.subjectId,
    /** Names of the fields that were changed; what stood in them is never sent. */
    fields: record.action === 'person.changed' ? Object.keys(record.payload ?? {}) : [],
    /** To whom a case went; null where it went to nobody, and in a line about something else. */
    to: accountIn(record) === null ? null : names(accountIn(record)),
    note: noteFor(actor, notes.get(record.subjectId)),
  }))
}

/** The account that a line of a case names. */
function accountIn({ subjectKind, payload }: AuditRecord): string | null {
  const to = subjectKind === 'application' ? payload?.['to'] : undefined
  return typeof to === 'string' ? to : null
}

/**
 * A talk in its writer's words may tell of health: who may not read that is told that there was one
 * and reads only their own.
 */
function noteFor(actor: Session, note: PersonNote | undefined) {
  if (!note) return null
  const mayRead = can(actor.roles, 'people.readHealth') || note.by === actor.accountId
  return { kind: note.kind, text: mayRead ? note.text : null }
}
