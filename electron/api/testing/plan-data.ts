import type { PlanInput, WeekRow } from '#domain/plans/schema.ts'

const workdays = [1, 2, 3, 4, 5]

export const weekRow = (own: Partial<WeekRow> = {}): WeekRow => ({
  activity: 'hygiene',
  weekdays: workdays,
  fromMinute: 8 * 60,
  toMinute: 10 * 60,
  assistant: 'М. Стоянова',
  note: '',
  ...own,
})

/** A plan of a year for the case of `approvedCase`: 10 hours a week, both weak areas answered. */
export function planInput(assessmentId: string, own: Partial<PlanInput> = {}): PlanInput {
  return {
    assessmentId,
    validFrom: '2026-11-16',
    validTo: '2027-11-15',
    goals: [
      {
        kind: 'shortTerm',
        areaId: 'SELF',
        goal: 'Да поддържа личната си хигиена.',
        activities: ['hygiene', 'bathing'],
        expectedResult: 'Къпе се два пъти седмично с помощ.',
        responsible: 'социален асистент',
        startDate: '2026-11-16',
        endDate: '2027-05-15',
      },
    ],
    areasWithoutGoal: [{ areaId: 'HOME', reason: 'Домакинството поема дъщерята.' }],
    rows: [weekRow()],
    differenceReason: '',
    involvement: 'Планът е обсъден с лицето.',
    risks: ['падане в банята'],
    emergencyContactName: 'Анна Георгиева',
    emergencyContactPhone: '0888123456',
    generalPractitioner: 'д-р Колева',
    nextReviewDate: '2027-05-16',
    caseManager: 'Профил socialWorker',
    ...own,
  }
}
