import type { RepresentativeQuality } from '#domain/papers/parties.ts'
import type { representativeDocumentKinds } from '#domain/people/schema.ts'

const words: Record<(typeof representativeDocumentKinds)[number], string> = {
  birthCertificate: 'удостоверение за раждане',
  guardianshipCertificate: 'удостоверение за настойничество',
  courtDecision: 'съдебно решение',
  powerOfAttorney: 'пълномощно',
  other: 'документ',
}

/** What entitles a representative, as it is named on paper: a curator has a certificate of his own. */
export function documentName(
  kind: (typeof representativeDocumentKinds)[number],
  quality: RepresentativeQuality,
): string {
  return kind === 'guardianshipCertificate' && quality === 'curator'
    ? 'удостоверение за попечителство'
    : words[kind]
}
