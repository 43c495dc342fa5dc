import type { Db } from '#db/connection.ts'
import { listCounters } from '#db/queries/backup-restores.ts'
import { settingValue } from '../kernel/settings.ts'

/** Registers that this program can draw from; a new year's has no counter until its first number. */
const registers = [
  'applications',
  'contract',
  'plan',
  'assessment',
  'employment',
  'employmentAnnex',
  'employmentEnd',
  'letter',
  'assistantChoice',
  'assignmentChange',
  'selectionCard',
  'interviewInvitation',
  'certificate',
] as const

/** Those that the municipality may number itself: then the program draws nothing there. */
const ownNumbers: Partial<
  Record<string, 'applicationNumbersOwn' | 'contractNumbersOwn' | 'employmentNumbersOwn'>
> = {
  applications: 'applicationNumbersOwn',
  contract: 'contractNumbersOwn',
  employment: 'employmentNumbersOwn',
}

export interface AskedRegister {
  register: string
  year: number
  /** The last number that the restored database knows. */
  lastNumber: number
}

/**
 * Registers in which numbers may stand on paper that the restored database does not know: those of
 * the copy's year, the one before it (papers are dated back) and every year since. Registers that
 * take the municipality's numbers are not drawn from.
 */
export function askedRegisters(db: Db, copyCreatedAt: string, today: string): AskedRegister[] {
  const counters = listCounters(db)
  const [from, to] = [copyCreatedAt, today].map((date) => Number(date.slice(0, 4))) as [
    number,
    number,
  ]
  const known = counters.filter(
    ({ year, mode }) => mode === 'drawn' && (year === 0 || year >= from - 1),
  )
  const years = Array.from({ length: Math.max(0, to - from) + 1 }, (_, i) => from + i)
  const drawn = registers.filter((register) => {
    const key = ownNumbers[register]
    return key === undefined || settingValue(db, key, today)
  })
  const fresh = drawn.flatMap((register) =>
    years
      .filter((year) => !counters.some((one) => one.register === register && one.year === year))
      .map((year) => ({ register, year, lastNumber: 0 })),
  )
  return [...known, ...fresh]
    .map(({ register, year, lastNumber }) => ({ register, year, lastNumber }))
    .sort((a, b) => registerOrder(a) - registerOrder(b) || a.year - b.year)
}

function registerOrder({ register }: AskedRegister): number {
  const at = registers.findIndex((known) => known === register)
  return at === -1 ? registers.length : at
}
