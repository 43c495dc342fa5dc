import type { AssessmentListRow } from '#domain/assessments/list.ts'
import { assessmentStatuses } from '#domain/assessments/schema.ts'
import { formatSettlement, formatSurnameFirst } from '#domain/text/format-person.ts'
import { assessmentListing } from '#db/queries/assessments-list.ts'
import {
  responsibleAsked,
  responsibleNames,
  responsibleOptions,
} from '../applications/responsible-list.ts'
import type { AskedList, ListCall, ListSource } from '../kernel/list-source.ts'

const filterOf = (call: ListCall, asked: AskedList) => {
  const { text, view, chosen } = asked
  const status = assessmentStatuses.find((one) => one === view)
  return {
    ...(text ? { text } : {}),
    ...(status ? { statuses: [status] } : {}),
    ...responsibleAsked(call, asked),
    chosen,
  }
}

export const assessmentsSource: ListSource<AssessmentListRow> = {
  rows: (call, asked, window) => {
    const { db } = call
    const name = responsibleNames(db)
    return assessmentListing.rows(db, filterOf(call, asked), asked.order, window).map((line) => ({
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
      responsible: name(line.responsibleId),
    }))
  },
  count: (call, asked) => assessmentListing.count(call.db, filterOf(call, asked)),
  options: responsibleOptions,
}
