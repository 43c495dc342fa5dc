import type { PersonFacts, RepresentativeFacts } from '#domain/papers/parties.ts'
import { withHardSpaces } from '#domain/papers/hard-spaces.ts'
import { formatDate, formatRegistryNumber } from '#domain/text/format.ts'

export function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase('bg') + text.slice(1)
}

/** „№ 12/03.11.2026 г.“; empty while the paper has no number. */
export function referenceOf(paper: { number: string | null; date: string | null }): string {
  return paper.number === null ? '' : formatRegistryNumber(paper.number, paper.date)
}

/** „ЕГН 6101047500“ in one piece, as it is compared with the identity card. */
export function identifierText(
  kind: PersonFacts['identifierKind'] | null,
  identifier: string | null,
): string | null {
  if (identifier === null || identifier === '') return null
  const word = kind === 'lnch' ? 'ЛНЧ' : kind === 'other' ? 'документ №' : 'ЕГН'
  return `${word}\u00a0${identifier}`
}

/** „ЕГН 6101047500, с предишен ЛНЧ 1001001115“: what an earlier paper calls the same person. */
export function personIdentifier(person: PersonFacts): string | null {
  const now = identifierText(person.identifierKind, person.identifier)
  if (now === null) return null
  const former = (person.formerIdentifiers ?? []).map(({ kind, identifier }) =>
    identifierText(kind, identifier),
  )
  return [now, ...former.map((text) => `с предишен ${text ?? ''}`)].join(', ')
}

/** „лична карта № 123456789, издадена на 01.02.2020 г. от МВР – Кюстендил“ */
export function idCardText(card: PersonFacts['idCard']): string | null {
  if (card === null) return null
  const issued = [
    card.issuedOn === null ? '' : `на ${formatDate(card.issuedOn)}`,
    card.issuedBy === null ? '' : `от ${card.issuedBy}`,
  ].filter(Boolean)
  const first = `лична карта №\u00a0${card.number}`
  return issued.length === 0 ? first : `${first}, издадена ${issued.join(' ')}`
}

/** Current address, and the permanent one where it is another. */
export function addressText(person: PersonFacts): string {
  return person.permanentAddress === null || person.permanentAddress === person.currentAddress
    ? person.currentAddress
    : `${person.currentAddress} (постоянен адрес: ${person.permanentAddress})`
}

/** „пълномощно рег. № 123/01.02.2026 г., нотариус …“ */
export function documentText(document: NonNullable<RepresentativeFacts['document']>): string {
  // Some copy „рег. № 1234“ as it stands on the document; the paper has its own „№“.
  const number = document.number?.replace(/^(?:рег\.?\s*)?№\s*/iu, '') ?? null
  const reference =
    number === null
      ? document.date === null
        ? ''
        : `от ${formatDate(document.date)}`
      : formatRegistryNumber(number, document.date)
  return withHardSpaces(
    [[document.name, reference].filter(Boolean).join(' '), document.issuer ?? '']
      .filter(Boolean)
      .join(', '),
  )
}

/** „родител“, „настойник“ … */
export const representativeWords: Record<RepresentativeFacts['quality'], string> = {
  parent: 'родител',
  guardian: 'настойник',
  curator: 'попечител',
  proxy: 'пълномощник',
}

export function representativeText(representative: RepresentativeFacts | null): string | null {
  if (representative === null) return null
  const r = representative
  return [
    `${r.fullName} – ${representativeWords[r.quality]}`,
    identifierText(r.identifierKind, r.identifier),
    r.document === null ? null : documentText(r.document),
  ]
    .filter((part): part is string => part !== null)
    .join(', ')
}

export const termWords = {
  short: 'краткосрочно (до 6 месеца)',
  medium: 'средносрочно (до 1 година)',
  long: 'дългосрочно (от 1 до 3 години)',
} as const
