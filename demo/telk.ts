import { addDays, addYears, ageOn, daysBetween } from '#domain/calendar/civil-date.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { pensionAgeReachedOn } from '#domain/people/pension-age.ts'
import type { TelkDecisionInput } from '#domain/people/schema.ts'
import type { Sex } from './names.ts'
import type { PersonWish } from './person-wish.ts'
import type { Random } from './random.ts'

const earlier = (a: CivilDate, b: CivilDate) => (a < b ? a : b)

const diagnoses = [
  { text: 'Последици от мозъчен инфаркт с десностранна хемипареза', icd10: 'I69.3' },
  { text: 'Захарен диабет тип 2 с множествени усложнения', icd10: 'E11.7' },
  { text: 'Исхемична болест на сърцето, застойна сърдечна недостатъчност', icd10: 'I25.5' },
  { text: 'Двустранна коксартроза след ендопротезиране', icd10: 'M16.0' },
  { text: 'Болест на Паркинсон', icd10: 'G20' },
  { text: 'Деменция при болест на Алцхаймер с късно начало', icd10: 'F00.1' },
  { text: 'Тежка умствена изостаналост', icd10: 'F72.1' },
  { text: 'Множествена склероза, прогресираща форма', icd10: 'G35' },
  { text: 'Слепота на двете очи', icd10: 'H54.0' },
  { text: 'Хронична обструктивна белодробна болест', icd10: 'J44.8' },
] as const
const childDiagnoses = [
  { text: 'Детска церебрална парализа, спастична диплегия', icd10: 'G80.1' },
  { text: 'Детски аутизъм', icd10: 'F84.0' },
  { text: 'Синдром на Даун', icd10: 'Q90.9' },
] as const

/** The decision that this person brings, ending when the wish says. */
export function telkFor(
  random: Random,
  wish: PersonWish,
  who: { birthDate: CivilDate; sex: Sex },
  entry: CivilDate,
  end: CivilDate,
): TelkDecisionInput | null {
  if (wish.telk === 'none') return null
  const diagnosis = random.pick<{ text: string; icd10: string }>(
    wish.ageGroup === 'child' ? childDiagnoses : diagnoses,
  )
  const percent = random.pick([75, 80, 85, 90, 92, 94, 95, 96, 98, 100])
  const common = {
    number: String(random.whole(100, 4200)).padStart(4, '0'),
    session: String(random.whole(10, 240)),
    issuer: random.chance(12) ? ('nelk' as const) : ('telk' as const),
    issuerName: 'първи състав, МБАЛ Примерна',
    percent,
    // Without it an adult is not admitted (ЗСУ чл. 93, ал. 2, т. 2).
    attendance: wish.ageGroup !== 'child' || percent >= 85,
    diagnosis: diagnosis.text,
    icd10: diagnosis.icd10,
  }
  const kindOn = (day: CivilDate) =>
    ageOn(who.birthDate, day) < 16 || pensionAgeReachedOn(who.birthDate, who.sex) <= day
      ? ('disabilityDegree' as const)
      : ('workCapacity' as const)
  if (wish.telk === 'inForce' && wish.ageGroup === 'elder' && random.chance(70)) {
    const decidedOn = addDays(entry, -random.whole(60, 2500))
    return { ...common, decidedOn, kind: kindOn(decidedOn), lifetime: true, attendanceLifetime: common.attendance }
  } // prettier-ignore
  const validUntil =
    wish.telk === 'endsSoon'
      ? addDays(end, random.whole(4, 55))
      : wish.telk === 'ended'
        ? addDays(end, -random.whole(5, 60))
        : addDays(end, random.whole(120, 800))
  // Decisions are given for two or three years; this one was there when the person came.
  const years = daysBetween(entry, validUntil) > 700 ? 3 : 2
  const decidedOn = earlier(addYears(validUntil, -years), addDays(entry, -20))
  return { ...common, decidedOn, kind: kindOn(decidedOn), validUntil }
}
