import type { ShownEmploymentStatus } from '#domain/employments/schema.ts'

/** How somebody stands to the office, by all contracts of theirs on a day. */
const employeeStates = ['working', 'suspended', 'coming', 'over'] as const
export type EmployeeState = (typeof employeeStates)[number]

const states: Record<ShownEmploymentStatus, EmployeeState | null> = {
  inForce: 'working',
  ending: 'working',
  suspended: 'suspended',
  draft: 'coming',
  issued: 'coming',
  outForSignature: 'coming',
  signed: 'coming',
  ended: 'over',
  expired: 'over',
  // It never was one.
  annulled: null,
}

/** The state that says most of several contracts; null: there never was one. */
export function employeeStateOf(statuses: readonly ShownEmploymentStatus[]): EmployeeState | null {
  const all = statuses.map((status) => states[status])
  return employeeStates.find((state) => all.includes(state)) ?? null
}
