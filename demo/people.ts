import { addDays, addYears, ageOn } from '#domain/calendar/civil-date.ts'
import type { AgeGroup, PersonWish } from './person-wish.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { formatFullName } from '#domain/text/format-person.ts'
import { composeEgn, parseLnch } from '#domain/people/ids.ts'
import type {
  PersonInput,
  RepresentativeInput,
  RepresentativeKind,
  TelkDecisionInput,
} from '#domain/people/schema.ts'
import {
  bySex,
  femaleNames,
  longNames,
  maleNames,
  otherNames,
  patronymics,
  surnames,
  type Sex,
} from './names.ts'
import { municipality, places, quarters, region, townStreets, type Place } from './places.ts'
import type { Random } from './random.ts'
import { telkFor } from './telk.ts'

export interface InventedPerson {
  wish: PersonWish
  person: PersonInput & { sex: Sex }
  representative: RepresentativeInput | null
  telk: TelkDecisionInput | null
  livesWith: 'alone' | 'spouse' | 'family' | 'others'
  householdSize: number
  /** Grown-up relative who looks in; also the emergency contact. */
  relative: { name: string; relation: string; phone: string }
}

export interface PeopleMaker {
  /** A person as they are on the day they come to the office; `end` is the last day of the office. */
  invent(random: Random, wish: PersonWish, entry: CivilDate, end: CivilDate): InventedPerson
}

/** No two invented people share a number; `taken` are numbers of others. */
export function createPeopleMaker(taken: readonly string[] = []): PeopleMaker {
  const numbers = new Set<string>(taken)
  const egnOf = (random: Random, birthDate: CivilDate, sex: Sex): string => {
    // Serials 926–999 belong to invented people; even for men.
    const serials = Array.from({ length: 37 }, (_, i) => 926 + 2 * i + (sex === 'male' ? 0 : 1))
    for (const serial of random.shuffled(serials)) {
      const egn = composeEgn(birthDate, serial)
      if (numbers.has(egn)) continue
      numbers.add(egn)
      return egn
    }
    throw new Error('every number of this day is taken')
  }

  return {
    invent(random, wish, entry, end) {
      const sex: Sex = random.chance(wish.ageGroup === 'elder' ? 64 : 52) ? 'female' : 'male'
      const birthDate = birthDateFor(random, wish, entry, end)
      const names = namesFor(random, sex, wish.longName)
      const family = names.lastName
      const place = placeFor(random)
      const livesWith = livesWithFor(random, wish.ageGroup)
      const relative = relativeFor(random, family)
      const widowed = wish.ageGroup === 'elder' && livesWith !== 'spouse'
      const person: PersonInput & { sex: Sex } = {
        ...names,
        idKind: 'egn',
        idNumber: egnOf(random, birthDate, sex),
        birthDate,
        sex,
        ...idCardFor(random, birthDate, entry, end),
        currentAddress: addressFor(random, place),
        phones: phonesFor(random, place, relative.relation),
        maritalStatus: livesWith === 'spouse' ? 'married' : widowed ? 'widowed' : 'single',
        livesAlone: livesWith === 'alone' ? 'yes' : 'no',
        gp: `д-р ${random.pick(doctors)}`,
        emergencyContactName: relative.name,
        emergencyContactRelation: relative.relation,
        emergencyContactPhone: relative.phone,
        cannotSign: wish.cannotSign,
        ...capacityFor(wish, birthDate, entry),
        ...(wish.oneName ? foreigner(numbers, sex) : {}),
      }
      return {
        wish,
        person,
        representative: wish.representative
          ? representativeFor(random, wish.representative, family, entry, egnOf)
          : null,
        telk: telkFor(random, wish, { birthDate, sex }, entry, end),
        livesWith,
        householdSize: livesWith === 'alone' ? 1 : livesWith === 'spouse' ? 2 : random.whole(3, 6),
        relative,
      }
    },
  }
}

/** Who stays in the country by a ЛНЧ, and whose passport shows one name. */
function foreigner(numbers: Set<string>, sex: Sex): Partial<PersonInput> {
  for (let n = 926_000_000; ; n++) {
    const lnch = Array.from({ length: 10 }, (_, digit) => `${String(n)}${String(digit)}`).find(
      (number) => parseLnch(number).ok,
    )
    if (lnch === undefined || numbers.has(lnch)) continue
    numbers.add(lnch)
    return {
      firstName: sex === 'male' ? 'Субхан' : 'Наргис',
      middleName: null,
      lastName: null,
      idKind: 'lnch',
      idNumber: lnch,
      citizenship: 'афганистанско',
    }
  }
}

const doctors = ['Примеров', 'Добрева', 'Лечева', 'Здравкова', 'Церов', 'Билева'] as const

function birthDateFor(random: Random, wish: PersonWish, entry: CivilDate, end: CivilDate) {
  const age =
    wish.ageGroup === 'child'
      ? random.whole(6, 17)
      : wish.ageGroup === 'adult'
        ? random.whole(22, 61)
        : // Most of those who ask for help at home are about eighty.
          Math.round((random.whole(67, 97) + random.whole(70, 92)) / 2)
  // A minor stays one until the last day of the office; a decision that is to end has an age for it.
  const base = wish.ageGroup === 'child' ? end : entry
  return addDays(addYears(base, -age), -random.whole(20, 340))
}

function namesFor(random: Random, sex: Sex, long: boolean) {
  if (long) {
    const [firstName, middleName, lastName] = longNames[sex]
    return { firstName, middleName, lastName }
  }
  if (random.chance(7))
    return {
      firstName: random.pick(otherNames[sex]),
      middleName: random.pick(otherNames.middle),
      lastName: bySex(random.pick(otherNames.last), sex),
    }
  const married = sex === 'female' && random.chance(8)
  const own = bySex(random.pick(surnames), sex)
  return {
    firstName: random.pick(sex === 'male' ? maleNames : femaleNames),
    middleName: bySex(random.pick(patronymics), sex),
    lastName: married ? `${own}-${bySex(random.pick(surnames), sex)}` : own,
  }
}

function fullNameFor(random: Random, sex: Sex, family?: string) {
  return {
    firstName: random.pick(sex === 'male' ? maleNames : femaleNames),
    middleName: bySex(random.pick(patronymics), sex),
    lastName: family ?? bySex(random.pick(surnames), sex),
  }
}

function placeFor(random: Random): Place {
  let at = random.whole(
    1,
    places.reduce((sum, place) => sum + place.weight, 0),
  )
  for (const place of places) {
    at -= place.weight
    if (at <= 0) return place
  }
  throw new Error('a place has no weight')
}

function addressFor(random: Random, place: Place): PersonInput['currentAddress'] {
  const common = {
    region,
    municipality,
    settlementKind: place.kind,
    settlement: place.name,
    postCode: place.postCode,
  }
  if (place.kind === 'town' && random.chance(45))
    return {
      ...common,
      quarter: random.pick(quarters),
      block: String(random.whole(1, 48)),
      entrance: random.pick(['А', 'Б', 'В']),
      floor: String(random.whole(1, 8)),
      apartment: String(random.whole(1, 40)),
    }
  return {
    ...common,
    street: random.pick(townStreets),
    streetNumber: String(random.whole(1, place.kind === 'town' ? 90 : 38)),
  }
}

/** Numbers of a row that no operator gives out. */
const mobile = (random: Random) => `0888 000 ${String(random.whole(0, 999)).padStart(3, '0')}`

function phonesFor(random: Random, place: Place, relation: string): PersonInput['phones'] {
  const own = random.chance(place.kind === 'town' ? 40 : 60)
    ? { number: `078 550 ${String(random.whole(0, 999)).padStart(3, '0')}` }
    : { number: mobile(random) }
  return random.chance(30) ? [own, { number: mobile(random), note: relation }] : [own]
}

function relativeFor(random: Random, family: string) {
  const sex: Sex = random.chance(60) ? 'female' : 'male'
  const plain = family.split('-')[0] ?? family
  const stem = plain.endsWith('а') ? plain.slice(0, -1) : plain
  const names = fullNameFor(random, sex, bySex(stem, sex))
  return {
    name: formatFullName({ ...names, middleName: null }),
    relation: sex === 'female' ? random.pick(['дъщеря', 'снаха', 'сестра']) : random.pick(['син', 'брат', 'внук']),
    phone: mobile(random),
  } // prettier-ignore
}

function livesWithFor(random: Random, group: AgeGroup): InventedPerson['livesWith'] {
  if (group === 'child') return 'family'
  if (group === 'adult') return random.pick(['family', 'family', 'spouse', 'others', 'alone'])
  return random.pick(['alone', 'alone', 'alone', 'spouse', 'spouse', 'family', 'others'])
}

/** Every other card that has a last day has it about the last day of the office, some already past. */
function idCardFor(
  random: Random,
  birthDate: CivilDate,
  entry: CivilDate,
  end: CivilDate,
): Partial<PersonInput> {
  if (ageOn(birthDate, entry) < 14) return {}
  const number = random.whole(640_000_000, 649_999_999)
  const common = { idCardNumber: String(number), idCardIssuedBy: 'МВР Примерна' }
  const ending = addDays(end, (number % 120) - 30)
  const old = addYears(ending, -10)
  const issued = addDays(entry, -random.whole(100, 2400))
  if (number % 2 === 0 && ageOn(birthDate, old) < 70)
    return { ...common, idCardIssuedOn: old, idCardValidUntil: ending }
  return ageOn(birthDate, issued) >= 70
    ? { ...common, idCardIssuedOn: issued, idCardNoExpiry: true }
    : {
        ...common,
        idCardIssuedOn: issued,
        idCardValidUntil: min(addYears(issued, 10), '2031-08-02'),
      }
}

const min = (a: string, b: string) => (a < b ? a : b)

function capacityFor(
  wish: PersonWish,
  birthDate: CivilDate,
  entry: CivilDate,
): Partial<PersonInput> {
  const age = ageOn(birthDate, entry)
  if (age < 14) return { capacity: 'minorUnder14' }
  if (age < 18) return { capacity: 'minor14to18' }
  const ownWishText =
    'Иска да остане в дома си и да му помага познат човек. Не иска да бъде настаняван другаде.'
  if (wish.representative === 'guardian') return { capacity: 'fullInterdiction', ownWishText }
  if (wish.representative === 'curator') return { capacity: 'limitedInterdiction', ownWishText }
  return { capacity: 'capable' }
}

function representativeFor(
  random: Random,
  kind: RepresentativeKind,
  family: string,
  entry: CivilDate,
  egnOf: (random: Random, birthDate: CivilDate, sex: Sex) => string,
): RepresentativeInput {
  const sex: Sex = random.chance(60) ? 'female' : 'male'
  const plain = family.split('-')[0] ?? family
  const stem = sex === 'male' && plain.endsWith('а') ? plain.slice(0, -1) : plain
  const birthDate = addDays(addYears(entry, -random.whole(32, 58)), -random.whole(1, 360))
  const documentDate = addDays(entry, -random.whole(60, 900))
  const paper = {
    parent: {
      documentKind: 'birthCertificate',
      documentNumber: `АА-${String(random.whole(100000, 999999))}`,
      documentIssuer: 'Община Примерна',
    },
    guardian: {
      documentKind: 'guardianshipCertificate',
      documentNumber: `РД-15-${String(random.whole(10, 400))}`,
      documentIssuer: 'Община Примерна, орган по настойничество и попечителство',
    },
    curator: {
      documentKind: 'guardianshipCertificate',
      documentNumber: `РД-15-${String(random.whole(10, 400))}`,
      documentIssuer: 'Община Примерна, орган по настойничество и попечителство',
    },
    proxy: {
      documentKind: 'powerOfAttorney',
      documentNumber: String(random.whole(100, 9900)),
      documentIssuer: `нотариус с рег. №\u00A0${String(random.whole(700, 799))}`,
      scope: 'Да подава заявления и да сключва договори за социални услуги от мое име.',
    },
  }[kind] as Pick<RepresentativeInput, 'documentKind'> & Partial<RepresentativeInput>
  return {
    kind,
    ...fullNameFor(random, sex, sex === 'female' && !stem.endsWith('а') ? `${stem}а` : stem),
    idKind: 'egn',
    idNumber: egnOf(random, birthDate, sex),
    sex,
    address: `гр. Примерна, ул. „${random.pick(townStreets)}“ №\u00A0${String(random.whole(1, 80))}`,
    phone: mobile(random),
    documentDate,
    validFrom: documentDate,
    ...paper,
  }
}
