import type { AssistantFacts, ChangeFacts, ChoiceFacts } from '#domain/assignments/facts.ts'
import type { AssignmentChange } from '#domain/assignments/schema.ts'
import { serviceById } from '#domain/regimes/rules.ts'
import { formatFullName } from '#domain/text/format-person.ts'
import type { Db } from '#db/connection.ts'
import { findAccount } from '#db/queries/accounts.ts'
import type { AssignmentRecord } from '#db/queries/assignments.ts'
import { catalogueEntry } from '#db/queries/employment-catalogue.ts'
import { findEmployment } from '#db/queries/employments.ts'
import { getPerson } from '#db/queries/people.ts'
import type { AssistantChoiceRow } from '#db/schema/assignments.ts'
import { buildChange, buildChoice } from '#papers/assignments/builder.ts'
import { existing } from '../kernel/faults.ts'
import type { PaperToFreeze } from '../kernel/freezing.ts'
import { personSide, placeOf, providerFacts } from '../kernel/parties.ts'
import { applicationOf } from './moves.ts'

function assistantFacts(db: Db, employmentId: string): AssistantFacts {
  const row = existing(findEmployment(db, employmentId))
  return {
    name: formatFullName(existing(getPerson(db, row.personId))),
    position: catalogueEntry(db, row.positionId)?.name ?? '',
    contract: { number: row.number ?? '', date: row.contractDate },
  }
}

/** What both papers say of the person, the office and the case. */
function caseFacts(db: Db, applicationId: string, on: string, number: string) {
  const application = applicationOf(db, applicationId)
  const { person, representative, signing } = personSide(db, application.personId, on)
  return {
    draft: false,
    number,
    date: on,
    place: placeOf(db, on),
    service: serviceById(application.service).name,
    provider: providerFacts(db, { chiefAccountant: false }),
    person,
    representative,
    signing,
    application: { number: application.entryNumber, date: application.entryDate },
  }
}

/** The paper of a decision, ready for the compiler. */
export function choicePaper(db: Db, row: AssistantChoiceRow, number: string): PaperToFreeze {
  const account = findAccount(db, row.updatedBy)
  const facts: ChoiceFacts = {
    ...caseFacts(db, row.applicationId, row.decidedOn, number),
    present: row.present,
    wish: row.wishText,
    wishHonoured: row.wishHonoured,
    notHonouredReason: row.notHonouredReason,
    chosen: assistantFacts(db, row.chosenEmploymentId),
    substitute:
      row.substituteEmploymentId === null ? null : assistantFacts(db, row.substituteEmploymentId),
    statement: row.statement,
    preparedBy: { name: account?.displayName ?? '', position: account?.position ?? '' },
  }
  const { data, documentDate, textVersion, dataHash } = buildChoice(facts)
  return { request: { layout: 'statement', data, documentDate }, textVersion, dataHash }
}

/** The paper of a change, ready for the compiler. */
export function changePaper(
  db: Db,
  leaving: AssignmentRecord,
  change: AssignmentChange,
  lastDay: string,
  number: string,
): PaperToFreeze {
  const facts: ChangeFacts = {
    ...caseFacts(db, leaving.applicationId, change.orderDate, number),
    role: leaving.role,
    leaving: assistantFacts(db, leaving.employmentId),
    lastDay,
    coming: assistantFacts(db, change.employmentId),
    fromDate: change.fromDate,
    toDate: change.toDate,
    minutesPerMonth: change.minutesPerMonth,
    reason: change.reason,
  }
  const { data, documentDate, textVersion, dataHash } = buildChange(facts)
  return { request: { layout: 'statement', data, documentDate }, textVersion, dataHash }
}
