import type { Problem } from '#domain/problems/schema.ts'
import { termsOn, type DatedAnnex, type EmploymentDays, type Terms } from './days.ts'
import { dayProblems, payProblem, type EmploymentLimits, type OtherEmployment } from './rules.ts'
import type { AnnexInput, EmploymentKind } from './schema.ts'

const changed = (value: unknown) => value !== null

/** May an annex be issued over the contract as it stands? */
export function annexProblems(
  annex: AnnexInput,
  employment: EmploymentDays & {
    id: string
    kind: EmploymentKind
    signedOn: string | null
    otherMinutesPerDay: number
    terms: Terms
    annexes: readonly DatedAnnex[]
  },
  others: readonly OtherEmployment[],
  limits: EmploymentLimits,
): Problem[] {
  const { fromDate, annexDate, minutesPerDay, basePayCents, payUnit, endDate } = annex
  const problems: Problem[] = []
  if (employment.status !== 'signed') problems.push({ code: 'annexOfUnsigned' })
  if (
    ![minutesPerDay, basePayCents, payUnit, annex.programme, annex.placeOfWork, endDate].some(
      changed,
    )
  )
    problems.push({ code: 'annexChangesNothing', path: ['minutesPerDay'] })
  const { signedOn, startDate, lastDay } = employment
  if (signedOn !== null && annexDate < signedOn)
    problems.push({
      code: 'annexBeforeContract',
      path: ['annexDate'],
      params: { signedDate: signedOn },
    })
  if (fromDate < annexDate)
    problems.push({ code: 'annexFromEarlier', path: ['fromDate'], params: { annexDate } })
  if (fromDate < startDate)
    problems.push({ code: 'dateBeforeEmployment', path: ['fromDate'], params: { startDate } })
  if (lastDay !== null && fromDate > lastDay)
    problems.push({ code: 'dateAfterEmployment', path: ['fromDate'], params: { endDate: lastDay } })
  if (endDate !== null && endDate < fromDate)
    problems.push({ code: 'endBeforeStart', path: ['endDate'] })
  if (employment.kind === 'civil') return problems
  const now = termsOn(employment.terms, employment.annexes, fromDate)
  if (minutesPerDay !== null || endDate !== null)
    problems.push(
      ...dayProblems(
        {
          id: employment.id,
          minutesPerDay: minutesPerDay ?? now.minutesPerDay ?? 0,
          otherMinutesPerDay: employment.otherMinutesPerDay,
          status: 'signed',
          startDate: fromDate,
          lastDay: endDate ?? lastDay,
        },
        others,
        limits,
      ),
    )
  const pay = payProblem(
    {
      basePayCents: basePayCents ?? now.basePayCents,
      payUnit: payUnit ?? now.payUnit,
      minutesPerDay: minutesPerDay ?? now.minutesPerDay,
    },
    limits,
  )
  if (pay && (basePayCents !== null || payUnit !== null || minutesPerDay !== null))
    problems.push(pay)
  return problems
}
