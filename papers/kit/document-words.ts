import type { representativeDocumentKinds } from '#domain/people/schema.ts'

/** What entitles a representative, as it is named on paper. */
export const documentWords: Record<(typeof representativeDocumentKinds)[number], string> = {
  birthCertificate: 'удостоверение за раждане',
  guardianshipCertificate: 'удостоверение за настойничество/попечителство',
  courtDecision: 'съдебно решение',
  powerOfAttorney: 'пълномощно',
  other: 'документ',
}
