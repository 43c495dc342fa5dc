import { fillNumberMask } from '#domain/settings/number-mask.ts'
import { typedDatabaseError } from '#db/errors.ts'
import { drawNumber, nextNumber } from '#db/queries/registry-numbers.ts'
import { ruleError } from '../kernel/faults.ts'
import { labelTaken, takenIn } from '../kernel/number-taken.ts'
import { settingValue } from '../kernel/settings.ts'
import type { StepCall } from '../kernel/steps.ts'

export const applicationRegister = 'applications'

/** The office's own number, drawn in the transaction that registers the application. */
export function drawnNumber({ tx, actor, now }: StepCall, entryDate: string, subjectId: string) {
  if (!settingValue(tx, 'applicationNumbersOwn', entryDate))
    throw ruleError([{ code: 'required', path: ['entryNumber'] }])
  const year = Number(entryDate.slice(0, 4))
  const mask = settingValue(tx, 'applicationNumberMask', entryDate)
  const label = (n: number) => fillNumberMask(mask, { n, year })
  const subject = {
    register: applicationRegister,
    year,
    subjectKind: 'application',
    subjectId,
    issuedOn: entryDate,
    actor: actor.accountId,
    now,
  }
  try {
    return drawNumber(tx, subject, label).label
  } catch (error) {
    if (!takenIn(typedDatabaseError(error))) throw error
    throw labelTaken(label(nextNumber(tx, applicationRegister, year)))
  }
}
