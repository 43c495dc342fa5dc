import { can } from '#domain/accounts/permissions.ts'
import { standingEvents } from '#domain/applications/history.ts'
import { decidedKinds, undoNeedsReason } from '#domain/candidates/history.ts'
import { papersDueDate } from '#domain/candidates/papers-term.ts'
import { candidateChecklist } from '#domain/candidates/rules.ts'
import { nextCandidacyEvents, type CandidacyEventKind } from '#domain/candidates/states.ts'
import type { Person } from '#domain/people/schema.ts'
import { settingOn } from '#domain/settings/rules.ts'
import type { Db } from '#db/connection.ts'
import { findAccount } from '#db/queries/accounts.ts'
import { candidacyEventsOf } from '#db/queries/candidate-events.ts'
import { candidacyInputOf, type StoredCandidacy } from '#db/queries/candidates.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { candidateSettings, correctable, obstacles } from './facts.ts'
import { lastStepOf } from './undo.ts'
import { applicantOf } from '../applications/view.ts'

const decided = (kind: CandidacyEventKind) => decidedKinds.some((one) => one === kind)

/** Everything the page of one candidate shows to this role. */
export function candidatePage(
  db: Db,
  actor: Session,
  stored: StoredCandidacy,
  person: Person,
  today: string,
) {
  const name = (account: string) => findAccount(db, account)?.displayName ?? ''
  const input = candidacyInputOf(stored)
  const rows = candidacyEventsOf(db, stored.id)
  const taken = new Set(standingEvents(rows).map((row) => row.id))
  const writes = can(actor.roles, 'candidates.write')
  const decides = can(actor.roles, 'candidates.decide')
  const settings = candidateSettings(db)
  const due = papersDueDate(stored, settings)
  const term = settingOn(settings, 'candidatePapersMonths', stored.endedOn ?? today)
  const undo = lastStepOf(db, stored)
  const { documents, receivedBy, campaignKey: _key, entryYear: _year, ...own } = stored
  return {
    candidacy: { ...own, receivedBy: name(receivedBy) },
    documents: documents.map(({ type, presentedAs, number, date, note, ...paper }) => ({
      ...{ type, presentedAs, number, date, note },
      verifiedBy: name(paper.verifiedBy),
      verifiedAt: paper.verifiedAt,
    })),
    person: applicantOf(actor, person, today),
    checklist: candidateChecklist(input),
    missing: correctable.includes(stored.state) ? obstacles(input, person) : [],
    /** By when the papers of who was not chosen go, and by what rule. */
    papersTerm: due === null ? null : { dueDate: due, months: term.value, source: term.source },
    events: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      to: row.toState,
      onDate: row.onDate,
      why: row.why,
      reason: row.reason,
      undoes:
        row.undoes === null ? null : (rows.find((one) => one.id === row.undoes)?.kind ?? null),
      stands: row.undoes !== null || taken.has(row.id),
      at: row.at,
      by: name(row.by),
    })),
    /** What may be done next, by the state and by the role. */
    may: nextCandidacyEvents(stored.state).filter((kind) => (decided(kind) ? decides : writes)),
    mayCorrect: writes && correctable.includes(stored.state),
    mayClearPapers: writes && due !== null,
    undo:
      undo && (decidedKinds.includes(undo.kind) ? decides : writes)
        ? { kind: undo.kind, needsReason: undoNeedsReason(undo.kind) }
        : null,
  }
}
