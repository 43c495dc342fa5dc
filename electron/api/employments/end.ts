import { isOffered } from '#domain/employments/catalogue.ts'
import { employmentEndSchema } from '#domain/employments/schema.ts'
import type { EndFacts } from '#domain/employments/facts.ts'
import type { Db } from '#db/connection.ts'
import { catalogueEntry } from '#db/queries/employment-catalogue.ts'
import { getPerson } from '#db/queries/people.ts'
import type { EmploymentRow } from '#db/schema/employments.ts'
import { buildEnd } from '#papers/employments/after.ts'
import { existing, ruleError } from '../kernel/faults.ts'
import { frozenStep } from '../kernel/freezing.ts'
import { which } from '../kernel/ids.ts'
import { factsOf, providerFacts } from '../kernel/parties.ts'
import { employmentRecord, statusAfter } from './moves.ts'
import { endPapers } from './paper-kinds.ts'

/** What every later paper says of the contract that it is about. */
export const aboutFacts = (db: Db, row: EmploymentRow) => ({
  place: row.place,
  provider: providerFacts(db, { chiefAccountant: false }),
  employee: factsOf(db, existing(getPerson(db, row.personId))),
  isCivil: row.kind === 'civil',
  contract: { number: row.number ?? '', date: row.contractDate },
  position: catalogueEntry(db, row.positionId)?.name ?? '',
})

/** „Прекрати“: an order with its number, the ground that a person chose, and the last day. */
export const endEmployment = frozenStep(
  endPapers,
  employmentRecord,
  { audit: 'employment.ended', input: which.extend({ end: employmentEndSchema }) },
  ({ record, db, today, input: { end } }) => {
    const { groundId, orderDate, onDate, reason } = end
    const entry = catalogueEntry(db, groundId)
    if (entry?.part !== 'ground' || !isOffered(entry, record.kind, orderDate))
      throw ruleError([{ code: 'groundNotOffered', path: ['groundId'] }])
    const status = statusAfter({ db, today }, record, { kind: 'end', ...end })
    const article = entry.code ?? ''
    const facts = (number: string): EndFacts => ({
      ...aboutFacts(db, record),
      draft: false,
      number,
      date: orderDate,
      onDate,
      article,
      ground: entry.name,
      reason,
    })
    return {
      date: orderDate,
      build: (number) => {
        const { data, documentDate, textVersion, dataHash } = buildEnd(facts(number))
        return { request: { layout: 'statement', data, documentDate }, textVersion, dataHash }
      },
      frozen: ({ number, paperId }) => ({
        changes: {
          status,
          lastDay: onDate,
          endGroundId: groundId,
          endArticle: article,
          endGroundName: entry.name,
          endOrderDate: orderDate,
          endReason: reason,
        },
        payload: { groundId, orderDate, onDate, number, paperId },
      }),
    }
  },
)
