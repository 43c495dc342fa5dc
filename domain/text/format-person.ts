import { nbsp } from './clean.ts'

/**
 * Names of a person. A foreigner may have no middle name, or one name only: `lastName` is null then.
 * Nobody else puts names together (tests/house/names.test.ts): a gap would be left where one is missing.
 */
export interface Names {
  firstName: string
  middleName?: string | null
  lastName: string | null
}

/** Иван Петров Георгиев */
export function formatFullName({ firstName, middleName, lastName }: Names): string {
  return there(firstName, middleName, lastName).join(' ')
}

/** Георгиев, Иван Петров – lists sorted by surname. Субхан – where there is one name only. */
export function formatSurnameFirst(names: Names): string {
  const [first = '', ...rest] = surnameFirst(names)
  return rest.length === 0 ? first : `${first}, ${rest.join(' ')}`
}

/** Георгиев Иван Петров – as the search reads them. */
export function namesToSearch(names: Names): string {
  return surnameFirst(names).join(' ')
}

/** М. Петрова */
export function formatShortName({ firstName, lastName }: Names): string {
  if (!lastName) return firstName
  return firstName === '' ? lastName : `${initial(firstName)}${nbsp}${lastName}`
}

/** И. П. Г. */
export function formatInitials({ firstName, middleName, lastName }: Names): string {
  return there(firstName, middleName, lastName).map(initial).join(nbsp)
}

function surnameFirst({ firstName, middleName, lastName }: Names): string[] {
  return there(lastName, firstName, middleName)
}

function there(...names: (string | null | undefined)[]): string[] {
  return names.filter((name): name is string => Boolean(name))
}

/** The short form of a name kept as one text („Мария Иванова Петрова“ → „М. Петрова“). */
export function shortenName(fullName: string): string {
  const parts = fullName.split(' ').filter(Boolean)
  const first = parts[0] ?? ''
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? fullName : `${initial(first)}${nbsp}${last}`
}

function initial(name: string): string {
  return `${(Array.from(name)[0] ?? '').toLocaleUpperCase('bg')}.`
}

/**
 * 450612**** – the birth date shows, the person's own four digits do not. A shorter number has no such
 * part: nothing of it shows, not even how long it is.
 */
export function maskId(id: string): string {
  const length = Array.from(id).length
  return length < 10 ? '*'.repeat(id === '' ? 0 : 10) : `${id.slice(0, 6)}${'*'.repeat(length - 6)}`
}

/** 450612 1234 – while it is being typed and where the whole number may be seen. */
export function formatId(id: string): string {
  return /^\d{10}$/.test(id) ? `${id.slice(0, 6)}${nbsp}${id.slice(6)}` : id
}

/** 0888 123 456, 02 123 4567, 078 550 000, +49 151 234 567; grouped with no-break spaces. */
export function formatPhone(phone: string): string {
  // „032 123 456, вътр. 12“ says more than a number: nothing of it is dropped.
  if (/\p{L}/u.test(phone)) return phone
  const digits = phone.replace(/[^\d+]/g, '')
  const groups =
    /^(0[89]\d{2})(\d{3})(\d{3})$/.exec(digits) ??
    /^(02)(\d{3})(\d{3,4})$/.exec(digits) ??
    /^(0\d{2})(\d{3})(\d{3})$/.exec(digits) ??
    /^(0\d{4})(\d{2})(\d{2,3})$/.exec(digits) ??
    /^(\+\d{2})(\d{2,3})(\d{3})(\d{3,4})$/.exec(digits)
  return groups ? groups.slice(1).join(nbsp) : digits
}

/** BG80 BNBG 9661 1020 3456 78 */
export function formatIban(iban: string): string {
  return iban.replace(/\s/g, '').replace(/(.{4})(?=.)/g, `$1${nbsp}`)
}

/** 000 193 282; thirteen digits 000 193 282 0012 */
export function formatEik(eik: string): string {
  const groups = /^(\d{3})(\d{3})(\d{3})(\d{4})?$/.exec(eik)
  return groups ? groups.slice(1).filter(Boolean).join(nbsp) : eik
}

export type SettlementKind = 'town' | 'village'

export interface AddressParts {
  settlementKind: SettlementKind
  settlement: string
  municipality?: string | null
  region?: string | null
  district?: string | null
  quarter?: string | null
  street?: string | null
  streetNumber?: string | null
  block?: string | null
  entrance?: string | null
  floor?: string | null
  apartment?: string | null
  postCode?: string | null
}

/** гр. Кюстендил, с. Примерно */
export function formatSettlement(address: { settlementKind: SettlementKind; settlement: string }) {
  return `${address.settlementKind === 'town' ? 'гр.' : 'с.'}${nbsp}${address.settlement}`
}

/** с. Примерно, ул. „Трета“ № 4, вх. А – the short one, for lists and the identity bar. */
export function formatAddress(address: AddressParts): string {
  return [formatSettlement(address), ...afterSettlement(address)].join(', ')
}

/** 2500 гр. Кюстендил, общ. Кюстендил, обл. Кюстендил, ул. … – for papers. */
export function formatAddressFull(address: AddressParts): string {
  const code = address.postCode ? `${address.postCode} ` : ''
  return [
    `${code}${formatSettlement(address)}`,
    address.municipality ? `общ.${nbsp}${address.municipality}` : '',
    address.region ? `обл.${nbsp}${address.region}` : '',
    ...afterSettlement(address),
  ]
    .filter(Boolean)
    .join(', ')
}

function afterSettlement(a: AddressParts): string[] {
  const street = a.street
    ? `${quoted('ул.', a.street)}${a.streetNumber ? ` №${nbsp}${a.streetNumber}` : ''}`
    : a.streetNumber
      ? `№${nbsp}${a.streetNumber}`
      : ''
  return [
    a.district ? `район ${a.district}` : '',
    a.quarter ? quoted('ж.к.', a.quarter) : '',
    street,
    a.block ? `бл.${nbsp}${a.block}` : '',
    a.entrance ? `вх.${nbsp}${a.entrance}` : '',
    a.floor ? `ет.${nbsp}${a.floor}` : '',
    a.apartment ? `ап.${nbsp}${a.apartment}` : '',
  ].filter(Boolean)
}

// A kind the office typed itself (бул., пл., кв., м.) stays; otherwise the usual one is put in front.
const ownKind = /^(?:ул|бул|пл|ж\.?\s?к|кв|м|местност|в\.?\s?з)\.?(?=[\s„"])/iu

function quoted(kind: string, name: string): string {
  const found = ownKind.exec(name)
  const prefix = found ? found[0] : kind
  const bare = (found ? name.slice(found[0].length) : name).trim()
  return /^[„"]/.test(bare) || /^\d/.test(bare)
    ? `${prefix}${nbsp}${bare}`
    : `${prefix}${nbsp}„${bare}“`
}
