import { z } from 'zod'
import { contractTransition } from '#domain/contracts/states.ts'
import { issueInputSchema, type IssueInput } from '#domain/contracts/schema.ts'
import type { Db, Tx } from '#db/connection.ts'
import { typedDatabaseError, UniqueViolation } from '#db/errors.ts'
import { findContract, getContract, setContract } from '#db/queries/contracts.ts'
import { RegisterModeMixed } from '#db/queries/registry-numbers.ts'
import type { ContractRow } from '#db/schema/contracts.ts'
import { contractFaults, contractPaper, placed, type ContractCase } from './facts.ts'
import { stateFacts } from './steps.ts'
import { caseOf } from './view.ts'
import { saveOrConflict } from '../kernel/conflict.ts'
import { conflict, demand, ruleError } from '../kernel/faults.ts'
import { freezePaper, preparePaper, type PreparedPaper } from '../kernel/freezing.ts'
import { preparedAction, type Call } from '../kernel/procedures.ts'
import { settingValue } from '../kernel/settings.ts'

const input = z.object({
  id: z.string().min(1).max(64),
  version: z.int().min(1),
  issue: issueInputSchema,
})
type Input = z.output<typeof input>

/** The draft with the dates that „Издай“ was given. */
function dated(row: ContractRow, { contractDate, startDate, endDate }: IssueInput): ContractCase {
  const one = caseOf(row)
  return { ...one, input: { ...one.input, contractDate, startDate, endDate } }
}

/** Whether it may be issued now; asked before the paper is made and again where it counts. */
function demandIssuable(db: Db, call: Call, given: Input): ContractCase {
  const row = getContract(db, given.id)
  if (row.version !== given.version) throw staleDraft(call, row)
  const one = dated(row, given.issue)
  const own = settingValue(db, 'contractNumbersOwn', given.issue.contractDate)
  if (own === (given.issue.number !== null))
    throw ruleError([
      { code: own ? 'contractNumberDrawn' : 'contractNumberMissing', path: ['number'] },
    ])
  const problems = placed(one, contractFaults(db, one))
  demand(
    contractTransition(
      row.status,
      { kind: 'issue' },
      { ...stateFacts(db, row, call.today), problems },
    ),
  )
  return one
}

function staleDraft({ now }: Call, row: ContractRow) {
  return conflict({ changedBy: '', changedAt: row.updatedAt || now, theirs: row })
}

/**
 * „Издай“: the paper is made with the number it is about to get; number, file, paper and state
 * come into the database in one transaction, so that a failure in the middle draws nothing.
 */
export const issueContract = preparedAction(
  { permission: 'contracts.issue', audit: 'contract.issued', subject: 'contract', input },
  async (call): Promise<PreparedPaper> => {
    const one = demandIssuable(call.db, call, call.input)
    const { contractDate, number } = call.input.issue
    return preparePaper(
      call,
      'contract',
      contractDate,
      (label) => contractPaper(call.db, one, label),
      number,
    )
  },
  (call) => {
    const { tx, input: given, audit, actor, now, prepared } = call
    const one = demandIssuable(tx, call, given)
    // Somebody may have saved the person, the plan or the office while the paper was being made.
    if (contractPaper(tx, one, prepared.label).dataHash !== prepared.dataHash)
      throw staleDraft(call, getContract(tx, given.id))
    const { paperId, number } = frozen(tx, call, prepared, one)
    const { contractDate, startDate, endDate } = given.issue
    const version = saveOrConflict(
      tx,
      () =>
        setContract(
          tx,
          given.id,
          given.version,
          {
            status: 'issued',
            number,
            numberYear: Number(contractDate.slice(0, 4)),
            contractDate,
            startDate,
            endDate,
            issuedAt: now,
            issuedBy: actor.accountId,
          },
          { at: now, by: actor.accountId },
        ),
      () => findContract(tx, given.id),
    )
    audit({ subjectId: given.id, personId: one.personId, payload: { number, paperId } })
    return { id: given.id, version, number, paperId }
  },
)

function frozen(tx: Tx, call: Call, prepared: PreparedPaper, one: ContractCase) {
  const subject = { kind: 'contract', id: one.id ?? '', personId: one.personId }
  try {
    return freezePaper(tx, call, prepared, subject)
  } catch (thrown) {
    const error = typedDatabaseError(thrown)
    if (error instanceof RegisterModeMixed)
      throw ruleError([{ code: 'registerOtherMode', params: { year: error.year } }])
    if (error instanceof UniqueViolation && error.table === 'registry_numbers' && prepared.typed)
      throw ruleError([
        { code: 'contractNumberTaken', path: ['number'], params: { number: prepared.label } },
      ])
    throw error
  }
}
