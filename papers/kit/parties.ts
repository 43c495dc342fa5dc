import type {
  PaperReference,
  PersonFacts,
  ProviderFacts,
  RepresentativeFacts,
  SigningFacts,
} from '#domain/papers/parties.ts'
import type { MergeValues } from '#domain/papers/merge.ts'
import { formatDate, formatRegistryNumber } from '#domain/text/format.ts'
import { formatPhone } from '#domain/text/format-person.ts'
import {
  addressText,
  documentText,
  idCardText,
  identifierText,
  personIdentifier,
  representativeWords,
} from './words.ts'

interface Parties extends PaperReference {
  place: string
  service: string
  provider: ProviderFacts
  person: PersonFacts
  representative: RepresentativeFacts | null
  signing: SigningFacts
}

const phone = (value: string | null | undefined): string | null =>
  value ? formatPhone(value) : null

/** Merge fields, facts and sexes that the texts of all kinds share. */
export function partyValues(facts: Parties): MergeValues {
  const { provider, person, representative: r, signing } = facts
  const { signatory } = provider
  return {
    fields: {
      place: facts.place,
      service: facts.service,
      'paper.number': facts.number,
      'paper.date': facts.date === null ? null : formatDate(facts.date),
      ownWish: signing.ownWish?.trim().replace(/\.$/, '') ?? null,
      'provider.municipality': provider.municipality,
      'provider.eik': provider.eik,
      'provider.address': provider.address,
      'provider.office': provider.officeName,
      'signatory.name': signatory.name,
      'signatory.position': signatory.position,
      'signatory.authorisation':
        signatory.authorisation === null
          ? null
          : `въз основа на заповед ${formatRegistryNumber(signatory.authorisation.number, signatory.authorisation.date)}`,
      'client.name': person.fullName,
      'client.identifier': personIdentifier(person),
      'client.idCard': idCardText(person.idCard),
      'client.address': addressText(person),
      'client.phone': phone(person.phone),
      'representative.name': r?.fullName ?? null,
      'representative.identifier': identifierText(r?.identifierKind ?? null, r?.identifier ?? null),
      'representative.address': r?.address ?? null,
      'representative.phone': phone(r?.phone),
      'representative.document': r?.document ? documentText(r.document) : null,
      'representative.word': r === null ? null : representativeWords[r.quality],
    },
    facts: {
      signing: signing.mode,
      representative: r?.quality ?? 'none',
      signatory: signatory.authorisation === null ? 'mayor' : 'authorised',
      ownWish: signing.ownWish ? 'recorded' : 'none',
    },
    sexes: { 'client.sex': person.sex, 'representative.sex': r?.sex ?? null },
  }
}
