import { ageOn } from '#domain/calendar/civil-date.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { parseEgn } from './ids.ts'
import { parseIdNumber } from './schema.ts'
import type { Capacity, PersonData, RepresentativeData } from './schema.ts'

/** Blocks stop the save as final; warnings let it go on. */
export interface PersonCheck {
  blocks: Problem[]
  warnings: Problem[]
}

const oldestAge = 120
/** Cards of the old model end on this day at the latest (docs/law.md, 4). */
const oldCardModelEnds = '2031-08-02'
const newCardModelFrom = '2024-06-17'

/** What the fields of one person say against each other and against the day. */
export function checkPerson(person: PersonData, today: CivilDate): PersonCheck {
  const blocks: Problem[] = []
  const warnings: Problem[] = []
  const { birthDate, deathDate } = person
  const id = parseIdNumber(person.idKind, person.idNumber)
  if (!id.ok) blocks.push(...id.problems.map((p) => ({ ...p, path: ['idNumber'] })))
  if (birthDate > today)
    blocks.push({ code: 'birthDateInFuture', path: ['birthDate'], params: { todayDate: today } })
  else if (ageOn(birthDate, today) > oldestAge && deathDate === null)
    warnings.push({
      code: 'ageUnusual',
      path: ['birthDate'],
      params: { age: ageOn(birthDate, today) },
    })
  if (person.idKind === 'egn') {
    if (person.lastName === null) warnings.push({ code: 'oneNameWithEgn', path: ['firstName'] })
    const egn = parseEgn(person.idNumber)
    if (egn.ok && egn.value.birthDate !== birthDate)
      blocks.push({
        code: 'birthDateNotAsEgn',
        path: ['birthDate'],
        params: { egnBirthDate: egn.value.birthDate },
      })
    if (egn.ok && egn.value.sex !== person.sex)
      warnings.push({ code: 'sexNotAsEgn', path: ['sex'] })
  }
  if (deathDate !== null && deathDate > today)
    blocks.push({ code: 'deathInFuture', path: ['deathDate'], params: { todayDate: today } })
  if (deathDate !== null && deathDate < birthDate)
    blocks.push({ code: 'deathBeforeBirth', path: ['deathDate'], params: { birthDate } })
  blocks.push(...checkIdCard(person, today))
  warnings.push(...cardWarnings(person, today), ...checkCapacity(person, today))
  return { blocks, warnings }
}

function checkIdCard(person: PersonData, today: CivilDate): Problem[] {
  const { idCardIssuedOn: issued, idCardValidUntil: until } = person
  const found: Problem[] = []
  if (issued !== null && issued > today)
    found.push({ code: 'idCardInFuture', path: ['idCardIssuedOn'], params: { todayDate: today } })
  if (issued !== null && until !== null && until <= issued)
    found.push({
      code: 'validUntilBeforeIssue',
      path: ['idCardValidUntil'],
      params: { issuedDate: issued },
    })
  if (person.idCardNoExpiry && until !== null)
    found.push({ code: 'idCardTermTwice', path: ['idCardValidUntil'] })
  return found
}

function cardWarnings(person: PersonData, today: CivilDate): Problem[] {
  const { idCardIssuedOn: issued, idCardValidUntil: until } = person
  if (until === null) return []
  if (until < today)
    return [{ code: 'idCardExpired', path: ['idCardValidUntil'], params: { untilDate: until } }]
  if (issued !== null && issued < newCardModelFrom && until > oldCardModelEnds)
    return [
      { code: 'idCardTooLong', path: ['idCardValidUntil'], params: { lastDate: oldCardModelEnds } },
    ]
  return []
}

function checkCapacity(person: PersonData, today: CivilDate): Problem[] {
  const found: Problem[] = []
  const now = capacityOn(person, today)
  if (now !== person.capacity)
    found.push({
      code: 'capacityNotAsAge',
      path: ['capacity'],
      params: { age: ageOn(person.birthDate, today) },
    })
  const interdicted = now === 'limitedInterdiction' || now === 'fullInterdiction'
  if (interdicted && person.ownWishText === null)
    found.push({ code: 'ownWishMissing', path: ['ownWishText'] })
  return found
}

/**
 * Capacity on a day. Age decides for minors, also when the record is older than the birthday;
 * запрещение stays until the court lifts it (ЗЛС, чл. 2–5).
 */
export function capacityOn(
  person: { birthDate: CivilDate; capacity: Capacity },
  on: CivilDate,
): Capacity {
  const age = ageOn(person.birthDate, on)
  if (age < 14) return 'minorUnder14'
  if (person.capacity === 'fullInterdiction' || person.capacity === 'limitedInterdiction')
    return person.capacity
  return age < 18 ? 'minor14to18' : 'capable'
}

/** How far a person acts alone on a day. */
export function actingCapacityOn(
  person: { birthDate: CivilDate; capacity: Capacity },
  on: CivilDate,
): 'alone' | 'withCurator' | 'throughRepresentative' {
  const capacity = capacityOn(person, on)
  if (capacity === 'minorUnder14' || capacity === 'fullInterdiction') return 'throughRepresentative'
  return capacity === 'capable' ? 'alone' : 'withCurator'
}

export type SigningMode =
  'person' | 'guardianFor' | 'curatorWith' | 'proxyFor' | 'thumbprint' | 'cannotSign'
export interface Signing<R> {
  mode: SigningMode
  representative?: R
  /** Why nobody may sign, with mode `cannotSign`. */
  problem?: Problem
}

type Signer = Pick<RepresentativeData, 'kind' | 'validFrom' | 'validUntil' | 'signsContracts'>

/**
 * Who signs for the person's side on a day (ЗЛС, чл. 3–5). Guardian or parent signs for;
 * curator, and the parent of a minor of 14–18, signs with; a proxy signs for a person who acts alone;
 * one who acts alone but cannot write leaves a thumbprint before two witnesses.
 */
export function signingOf<R extends Signer>(
  person: { birthDate: CivilDate; capacity: Capacity; cannotSign: boolean },
  representatives: readonly R[],
  on: CivilDate,
): Signing<R> {
  const capacity = capacityOn(person, on)
  const minor = capacity === 'minorUnder14' || capacity === 'minor14to18'
  const first = (...kinds: RepresentativeData['kind'][]) => {
    for (const kind of kinds) {
      const found = representatives.find((r) => r.kind === kind && isValidOn(r, on))
      if (found) return found
    }
    return undefined
  }
  switch (actingCapacityOn(person, on)) {
    case 'throughRepresentative': {
      const representative = minor ? first('parent', 'guardian') : first('guardian')
      if (representative) return { mode: 'guardianFor', representative }
      return { mode: 'cannotSign', problem: { code: minor ? 'parentMissing' : 'guardianMissing' } }
    }
    case 'withCurator': {
      const representative = minor ? first('parent', 'curator') : first('curator')
      if (representative) return { mode: 'curatorWith', representative }
      return { mode: 'cannotSign', problem: { code: minor ? 'parentMissing' : 'curatorMissing' } }
    }
    case 'alone': {
      const proxy = representatives.find(
        (r) => r.kind === 'proxy' && r.signsContracts && isValidOn(r, on),
      )
      if (proxy) return { mode: 'proxyFor', representative: proxy }
      return { mode: person.cannotSign ? 'thumbprint' : 'person' }
    }
  }
}

export function isValidOn(
  r: { validFrom: CivilDate | null; validUntil: CivilDate | null },
  on: CivilDate,
): boolean {
  return (
    (r.validFrom === null || r.validFrom <= on) && (r.validUntil === null || r.validUntil >= on)
  )
}

/** Papers of the representative in order; the kind fits the capacity of the person. */
export function checkRepresentative(
  r: RepresentativeData,
  person: { birthDate: CivilDate; capacity: Capacity; idNumber: string },
  today: CivilDate,
): PersonCheck {
  const blocks: Problem[] = []
  const warnings: Problem[] = []
  if (r.idNumber !== null && r.idNumber === person.idNumber)
    blocks.push({ code: 'representativeIsPerson', path: ['idNumber'] })
  if (r.idKind === 'egn' && r.idNumber !== null) {
    const egn = parseEgn(r.idNumber)
    if (egn.ok && ageOn(egn.value.birthDate, today) < 18)
      blocks.push({ code: 'representativeUnderAge', path: ['idNumber'] })
  }
  if (r.validFrom !== null && r.validUntil !== null && r.validUntil < r.validFrom)
    blocks.push({
      code: 'validUntilBeforeFrom',
      path: ['validUntil'],
      params: { fromDate: r.validFrom },
    })
  if (r.documentDate !== null && r.documentDate > today)
    blocks.push({ code: 'documentInFuture', path: ['documentDate'], params: { todayDate: today } })
  if (r.kind !== 'parent' && r.documentNumber === null)
    warnings.push({ code: 'representativeDocumentMissing', path: ['documentNumber'] })
  if (r.kind === 'proxy' && r.scope === null)
    warnings.push({ code: 'proxyScopeMissing', path: ['scope'] })
  const capacity = capacityOn(person, today)
  const fits: Record<Capacity, RepresentativeData['kind'][]> = {
    capable: ['proxy'],
    limitedInterdiction: ['curator'],
    fullInterdiction: ['guardian'],
    minor14to18: ['parent', 'curator'],
    minorUnder14: ['parent', 'guardian'],
  }
  if (!fits[capacity].includes(r.kind))
    warnings.push({ code: 'representativeNotAsCapacity', path: ['kind'] })
  return { blocks, warnings }
}
