import { leavingCases, mayAnswer, nobody } from '#domain/applications/responsible.ts'
import { appendAudit } from '#db/audit/append.ts'
import { findAccount } from '#db/queries/accounts.ts'
import { getApplication, setResponsible } from '#db/queries/applications.ts'
import { openCasesOf } from '#db/queries/application-responsible.ts'
import { demand } from '../kernel/faults.ts'
import { stampOf, type StepCall } from '../kernel/steps.ts'

/**
 * A profile as it is from now on: where it leads no cases any more, those it has go to whoever was
 * chosen, each with its line. Throws RULE where nobody was. Returns how many went.
 */
export function leaveCases(
  call: StepCall,
  account: { id: string } & Parameters<typeof mayAnswer>[0],
  chosen: string | null,
): number {
  if (mayAnswer(account)) return 0
  const { tx, actor, now } = call
  const cases = openCasesOf(tx, account.id)
  const said = chosen === null ? null : { to: chosen === nobody ? null : chosen }
  const to = said?.to == null || said.to === account.id ? undefined : findAccount(tx, said.to)
  demand(leavingCases(cases.length, said, to))
  const responsibleId = to?.id ?? null
  for (const { id, version } of cases) {
    const { personId } = getApplication(tx, id)
    const kind = responsibleId === null ? 'released' : 'given'
    setResponsible(tx, id, version, { kind, responsibleId, note: '' }, stampOf(call))
    appendAudit(tx, {
      at: now,
      actor: actor.accountId,
      action: 'application.given',
      subjectKind: 'application',
      subjectId: id,
      personId,
      payload: { from: account.id, to: responsibleId, leaving: true },
    })
  }
  return cases.length
}
