import { assignmentStateOn } from '#domain/assignments/days.ts'
import {
  assignmentViews,
  type AssignmentListRow,
  type AssignmentsView,
} from '#domain/assignments/list.ts'
import { assignmentRoles } from '#domain/assignments/schema.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import { formatSurnameFirst } from '#domain/text/format-person.ts'
import { assignmentListing, type AssignmentFilter } from '#db/queries/assignments-list.ts'
import type { AskedList, ListSource } from '../kernel/list-source.ts'
import { soonDays } from '../kernel/waiting.ts'

/** What a part of the list holds on a day. */
function partOf(view: AssignmentsView, today: string): AssignmentFilter {
  switch (view) {
    case 'all':
      return {}
    case 'running':
      return { helpsOn: today }
    case 'planned':
      return { voided: false, after: today }
    case 'ending':
      return { helpsOn: today, endsFrom: today, endsBy: addDays(today, soonDays) }
    case 'ended':
      return { voided: false, over: today }
    case 'voided':
      return { voided: true }
  }
}

function filterOf({ text, view, filters, chosen }: AskedList, today: string) {
  const role = assignmentRoles.find((one) => one === filters['role'])
  return {
    ...partOf(assignmentViews.find((one) => one === view) ?? 'all', today),
    ...(text ? { text } : {}),
    ...(role ? { role } : {}),
    chosen,
  }
}

const earliest = (...days: (string | null)[]): string | null =>
  days.filter((day) => day !== null).toSorted()[0] ?? null

export const assignmentsSource: ListSource<AssignmentListRow> = {
  rows: ({ db, today }, asked, window) =>
    assignmentListing.rows(db, filterOf(asked, today), asked.order, window).map((line) => {
      const toDate = earliest(line.toDate, line.lastDay, line.deathDate)
      return {
        id: line.id,
        personId: line.personId,
        name: formatSurnameFirst(line),
        applicationId: line.applicationId,
        employmentId: line.employmentId,
        assistantId: line.assistantId,
        assistant: formatSurnameFirst({
          firstName: line.assistantFirstName,
          middleName: line.assistantMiddleName,
          lastName: line.assistantLastName,
        }),
        role: line.role,
        fromDate: line.fromDate,
        toDate,
        minutesPerMonth: line.minutesPerMonth,
        state: assignmentStateOn({ ...line, toDate }, today),
      }
    }),
  count: ({ db, today }, asked) => assignmentListing.count(db, filterOf(asked, today)),
}
