import { fillNumberMask } from '#domain/settings/rules.ts'
import { drawNumber } from '#db/queries/registry-numbers.ts'
import { ruleError } from '../kernel/faults.ts'
import { settingValue } from '../kernel/settings.ts'
import type { StepCall } from '../kernel/steps.ts'

export const applicationRegister = 'applications'

/** The office's own number, drawn in the transaction that registers the application. */
export function drawnNumber({ tx, actor, now }: StepCall, entryDate: string, subjectId: string) {
  if (!settingValue(tx, 'applicationNumbersOwn', entryDate))
    throw ruleError([{ code: 'required', path: ['entryNumber'] }])
  const year = Number(entryDate.slice(0, 4))
  const mask = settingValue(tx, 'applicationNumberMask', entryDate)
  const row = drawNumber(
    tx,
    {
      register: applicationRegister,
      year,
      subjectKind: 'application',
      subjectId,
      issuedOn: entryDate,
      actor: actor.accountId,
      now,
    },
    (n) => fillNumberMask(mask, { n, year }),
  )
  return row.label
}
