import { addDays } from '#domain/calendar/civil-date.ts'
import type { ContractFacts } from '#domain/contracts/facts.ts'
import { composeEgn } from '#domain/people/ids.ts'
import { contract, person, week } from '#papers/testing/sample-facts.ts'

const given = ['Иван', 'Мария', 'Петър', 'Елена', 'Георги', 'Стефка', 'Васил', 'Радка']
const families = [
  'Иванов',
  'Петров',
  'Димитров',
  'Николов',
  'Христов',
  'Ангелов',
  'Колев',
  'Златев',
]
const streets = ['Първа', 'Втора', 'Трета', 'Цар Освободител', 'Юрий Венелин', 'Роза']

/** The contract of the n-th invented person: everything differs that differs in an office's pile. */
export function inventedContract(n: number): ContractFacts {
  const female = n % 2 === 1
  const pick = (list: readonly string[], step: number): string =>
    list[Math.floor(n / step) % list.length] ?? ''
  const family = (step: number): string => `${pick(families, step)}${female ? 'а' : ''}`
  const birthDate = addDays('1935-01-01', n * 17)
  const from = 420 + (n % 5) * 30
  return {
    ...contract,
    number: String(n + 1),
    person: {
      ...person,
      fullName: `${pick(given, 1)} ${family(3)} ${family(8)}`,
      sex: female ? 'female' : 'male',
      identifier: composeEgn(birthDate, 926 + 2 * (n % 36) + (female ? 1 : 0)),
      birthDate,
      idCard: {
        number: String(640_000_000 + n * 7919),
        issuedOn: addDays('2015-01-01', n * 11),
        issuedBy: 'МВР – Кюстендил',
      },
      currentAddress: `с. Примерово ${String((n % 90) + 1)}, общ. Примерна, ул. „${pick(streets, 2)}“ № ${String((n % 80) + 1)}`,
      phone: `0888${String(100_000 + n * 37)}`,
    },
    basis: {
      application: { number: `94-${String(1000 + n)}`, date: addDays('2026-08-01', n % 60) },
      preliminaryAssessment: { number: `ПО-${String(n + 1)}`, date: addDays('2026-08-08', n % 60) },
      assessment: { number: String(n + 1), date: addDays('2026-08-20', n % 60) },
      plan: { number: String(n + 1), date: addDays('2026-09-01', n % 60) },
    },
    volume: {
      ...contract.volume,
      minutesPerMonth: (42 + 21 * (n % 4)) * 60,
      week: week.map((row) => ({
        ...row,
        fromMinute: row.fromMinute - 480 + from,
        toMinute: row.toMinute - 480 + from,
        assistant: `${pick(given, 4)} ${pick(families, 5)}`,
      })),
    },
    assistants: [
      { name: `${pick(given, 4)} ${pick(families, 6)} ${pick(families, 5)}`, role: 'titular' },
      { name: `${pick(given, 5)} ${pick(families, 7)} ${pick(families, 9)}`, role: 'substitute' },
    ],
  }
}
