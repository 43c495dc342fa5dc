import { can, type Permission } from '#domain/accounts/permissions.ts'
import type { Role } from '#domain/accounts/roles.ts'
import type { JournalEntry } from '#domain/audit/sentence.ts'
import { titleOfList } from '#domain/lists/register.ts'
import { formatDate } from '#domain/text/format.ts'
import { formatInitials } from '#domain/text/format-person.ts'
import type { Db } from '#db/connection.ts'
import { listAccounts } from '#db/queries/accounts.ts'
import type { AuditRecord } from '#db/queries/audit.ts'
import { namesOfPeople } from '#db/queries/people-list.ts'

/** An entry for the page, which may lead on to the dossier. */
export interface JournalLine extends JournalEntry {
  /** Null for a role that opens no dossier. */
  personId: string | null
}

/** Names of the changed fields stand in the words of the form that changed them. */
const fieldsOf: Record<string, { words: string; right: Permission }> = {
  'person.changed': { words: 'people:fields', right: 'people.read' },
  'application.corrected': { words: 'applications:field', right: 'applications.read' },
  'candidacy.corrected': { words: 'candidates:field', right: 'candidates.read' },
  'assessment.saved': { words: 'assessments:field', right: 'assessments.read' },
  'plan.changed': { words: 'plans:field', right: 'plans.read' },
}

/**
 * Entries as a role may see them. Who opens no dossier (the administrator) reads the journal
 * without content: no person, no initials, no fields – what is left is who did what and when.
 */
export function journalLines(
  db: Db,
  roles: readonly Role[],
  records: readonly AuditRecord[],
): JournalLine[] {
  const mayKnow = can(roles, 'people.read')
  const people = mayKnow
    ? namesOfPeople(db, [...new Set(records.flatMap(({ personId }) => personId ?? []))])
    : undefined
  const accounts = listAccounts(db)
  const nameOf = new Map(accounts.map(({ id, displayName }) => [id, displayName]))
  const nameOfSlot = new Map(accounts.map(({ slotId, displayName }) => [slotId, displayName]))
  return records.map((record) => {
    const names = record.personId === null ? undefined : people?.get(record.personId)
    return {
      seq: record.seq,
      at: record.at,
      clockBack: record.clockBack,
      action: record.action,
      by: record.actor === null ? '' : (nameOf.get(record.actor) ?? ''),
      person: names ? formatInitials(names) : null,
      personId: names ? record.personId : null,
      about: aboutOf(record, nameOf, nameOfSlot),
      count: numberIn(record.payload, 'count'),
      more: moreOf(record, mayKnow),
      fields: changedFields(record, roles),
    }
  })
}

/** What it was done to, where that is not a person: a profile, a rule, a project. */
function aboutOf(
  record: AuditRecord,
  nameOf: ReadonlyMap<string, string>,
  nameOfSlot: ReadonlyMap<string, string>,
): JournalEntry['about'] {
  const named = (name: string | undefined) => (name === undefined ? null : { name })
  switch (record.subjectKind) {
    case 'account':
      return named(nameOf.get(record.subjectId))
    case 'slot':
      // Tries with the recovery sheet wait and are counted under a name of their own.
      return record.subjectId === 'recovery'
        ? { key: 'audit:recoverySheet' }
        : named(nameOfSlot.get(record.subjectId))
    case 'list':
      return { key: titleOfList(record.subjectId) }
    case 'setting':
      return { key: `office:rules.${record.subjectId}` }
    case 'application': {
      const to = textIn(record.payload, 'to')
      if (to !== null) return named(nameOf.get(to))
      const left = record.action === 'application.given' && record.payload !== null
      return left ? { key: 'audit:noResponsible' } : null
    }
    case 'event':
      return named(textIn(record.payload, 'topic') ?? undefined)
    case 'day': {
      const { to, from } = (record.payload ?? {}) as Record<'to' | 'from', { date?: string } | null>
      const date = to?.date ?? from?.date
      return named(date && formatDate(date))
    }
    case 'project':
    case 'catalogue': {
      const { to, from } = (record.payload ?? {}) as Record<'to' | 'from', { name?: string } | null>
      return named(to?.name ?? from?.name)
    }
    default:
      return null
  }
}

/** When it was tried, why, how the session ended, what was its last: gone once that is shredded. */
function moreOf({ action, payload }: AuditRecord, mayKnow: boolean): JournalEntry['more'] {
  const at = textIn(payload, 'at')
  if (action === 'session.refused') return at === null ? null : { key: 'audit:attemptAt', at }
  if (action === 'session.lost') return at === null ? null : { key: 'audit:lastSeenAt', at }
  if (action === 'list.exported')
    return payload?.['numbers'] === true ? { key: 'audit:withIdNumbers', at: null } : null
  const ground = action === 'person.changed' ? textIn(payload, 'idChangeGround') : null
  if (ground !== null) return mayKnow ? { key: `audit:idChangedFor.${ground}`, at: null } : null
  const how = action === 'session.closed' ? textIn(payload, 'how') : null
  return how === null ? null : { key: `audit:closedBecause.${how}`, at: null }
}

/** What a payload says besides the fields. */
const notFields = ['begun', 'idChangeGround']

function changedFields({ action, payload }: AuditRecord, roles: readonly Role[]): string[] {
  const known = fieldsOf[action]
  if (!known || !payload || !can(roles, known.right)) return []
  return Object.keys(payload)
    .filter((name) => !notFields.includes(name))
    .map((name) => `${known.words}.${name}`)
}

function numberIn(payload: AuditRecord['payload'], key: string): number | null {
  const value = payload?.[key]
  return typeof value === 'number' ? value : null
}

function textIn(payload: AuditRecord['payload'], key: string): string | null {
  const value = payload?.[key]
  return typeof value === 'string' ? value : null
}
