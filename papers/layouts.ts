import assessment from './assessments/assessment.typ?raw'
import candidate from './candidates/candidate.typ?raw'
import common from './kit/common.typ?raw'
import contract from './contracts/contract.typ?raw'
import list from './lists/list.typ?raw'
import pile from './pile/pile.typ?raw'
import plan from './plans/plan.typ?raw'
import presence from './events/presence.typ?raw'
import statement from './employments/statement.typ?raw'
import selection from './selections/selection.typ?raw'
import recovery from './keyring/recovery.typ?raw'

export const layoutNames = [
  'contract',
  'plan',
  'assessment',
  'statement',
  'recovery',
  'pile',
  'list',
  'candidate',
  'selection',
  'presence',
] as const
export type LayoutName = (typeof layoutNames)[number]

/** Path inside the compiler → source. `common.typ` is imported by all the others. */
export const layoutSources: Readonly<Record<string, string>> = {
  '/common.typ': common,
  '/contract.typ': contract,
  '/plan.typ': plan,
  '/assessment.typ': assessment,
  '/statement.typ': statement,
  '/recovery.typ': recovery,
  '/pile.typ': pile,
  '/list.typ': list,
  '/candidate.typ': candidate,
  '/selection.typ': selection,
  '/presence.typ': presence,
}
