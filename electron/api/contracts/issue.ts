import { issueInputSchema, type IssueInput } from '#domain/contracts/schema.ts'
import type { ContractRow } from '#db/schema/contracts.ts'
import { contractFaults, contractPaper, contractPaperFacts, type ContractCase } from './facts.ts'
import { placed } from './places.ts'
import { contractRecord, statusAfter } from './moves.ts'
import { contractPapers } from './paper-kind.ts'
import { caseOf } from './view.ts'
import { ruleError } from '../kernel/faults.ts'
import { frozenStep } from '../kernel/freezing.ts'
import { which } from '../kernel/ids.ts'
import { settingValue } from '../kernel/settings.ts'

/** The draft with the dates that „Издай“ was given. */
function dated(row: ContractRow, { contractDate, startDate, endDate }: IssueInput): ContractCase {
  const one = caseOf(row)
  return { ...one, input: { ...one.input, contractDate, startDate, endDate } }
}

/** „Издай“: from here on the contract has its number and its paper never changes. */
export const issueContract = frozenStep(
  contractPapers,
  contractRecord,
  { audit: 'contract.issued', input: which.extend({ issue: issueInputSchema }) },
  ({ record, db, today, input: { issue }, now, actor }) => {
    const { contractDate, startDate, endDate, number: typedNumber } = issue
    const one = dated(record, issue)
    const own = settingValue(db, 'contractNumbersOwn', contractDate)
    if (own === (typedNumber !== null))
      throw ruleError([
        { code: own ? 'contractNumberDrawn' : 'contractNumberMissing', path: ['number'] },
      ])
    const problems = placed(one, contractFaults(db, one))
    const status = statusAfter({ db, today }, record, { kind: 'issue' }, problems)
    return {
      date: contractDate,
      typedNumber,
      build: (number) => contractPaper(db, one, number),
      frozen: ({ number, paperId }) => ({
        changes: {
          status,
          number,
          numberYear: Number(contractDate.slice(0, 4)),
          contractDate,
          startDate,
          endDate,
          // As the paper says: the draft may be older than the hours.
          minutesPerMonth: contractPaperFacts(db, one, number).volume.minutesPerMonth,
          issuedAt: now,
          issuedBy: actor.accountId,
        },
        payload: { number, paperId },
      }),
    }
  },
)
