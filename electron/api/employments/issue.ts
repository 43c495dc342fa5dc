import { employmentIssueSchema, type EmploymentIssue } from '#domain/employments/schema.ts'
import type { EmploymentRow } from '#db/schema/employments.ts'
import { ruleError } from '../kernel/faults.ts'
import { frozenStep } from '../kernel/freezing.ts'
import { which } from '../kernel/ids.ts'
import { settingValue } from '../kernel/settings.ts'
import { candidacyBehind } from './candidacy.ts'
import { caseOf, employmentFaults, employmentPaper, type EmploymentCase } from './facts.ts'
import { employmentRecord, statusAfter } from './moves.ts'
import { employmentPapers } from './paper-kinds.ts'

/** The draft with the dates that „Издай“ was given. */
function dated(row: EmploymentRow, { contractDate, startDate }: EmploymentIssue): EmploymentCase {
  const one = caseOf(row)
  return { ...one, input: { ...one.input, contractDate, startDate } }
}

/** „Издай“: from here on the contract has its number and its paper never changes. */
export const issueEmployment = frozenStep(
  employmentPapers,
  employmentRecord,
  { audit: 'employment.issued', input: which.extend({ issue: employmentIssueSchema }) },
  ({ record, db, today, input: { issue }, now, actor }) => {
    const { contractDate, startDate, number: typedNumber } = issue
    const one = dated(record, issue)
    const own = settingValue(db, 'employmentNumbersOwn', contractDate)
    if (own === (typedNumber !== null))
      throw ruleError([
        { code: own ? 'contractNumberDrawn' : 'contractNumberMissing', path: ['number'] },
      ])
    if (record.endDate !== null && record.endDate < startDate)
      throw ruleError([
        {
          code: 'employmentEndsBeforeStart',
          path: ['startDate'],
          params: { endDate: record.endDate },
        },
      ])
    const status = statusAfter({ db, today }, record, { kind: 'issue' }, employmentFaults(db, one))
    return {
      date: contractDate,
      typedNumber,
      build: (number) => employmentPaper(db, one, number),
      frozen: ({ number, paperId }) => ({
        changes: {
          status,
          number,
          numberYear: Number(contractDate.slice(0, 4)),
          contractDate,
          startDate,
          candidacyId: candidacyBehind(db, one),
          issuedAt: now,
          issuedBy: actor.accountId,
        },
        payload: { number, paperId },
      }),
    }
  },
)
