import type { AssessmentListRow } from '#domain/assessments/list.ts'
import { assessmentStatuses } from '#domain/assessments/schema.ts'
import { formatSettlement, formatSurnameFirst } from '#domain/text/format-person.ts'
import { assessmentListing } from '#db/queries/assessments-list.ts'
import type { AskedList, ListSource } from '../kernel/list-source.ts'

const filterOf = ({ text, view, chosen }: AskedList) => {
  const status = assessmentStatuses.find((one) => one === view)
  return { ...(text ? { text } : {}), ...(status ? { statuses: [status] } : {}), chosen }
}

export const assessmentsSource: ListSource<AssessmentListRow> = {
  rows: ({ db }, asked, window) =>
    assessmentListing.rows(db, filterOf(asked), asked.order, window).map((line) => ({
      id: line.id,
      applicationId: line.applicationId,
      personId: line.personId,
      name: formatSurnameFirst(line),
      settlement: formatSettlement(line),
      number: line.number,
      assessmentDate: line.assessmentDate,
      visitDate: line.visitDate,
      status: line.status,
      total: line.total,
      degree: line.degree,
      computedMinutes: line.computedMinutes,
      grantedMinutes: line.grantedMinutes,
    })),
  count: ({ db }, asked) => assessmentListing.count(db, filterOf(asked)),
}
