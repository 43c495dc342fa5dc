import type {
  PersonFacts,
  ProviderFacts,
  RepresentativeFacts,
  SigningFacts,
} from '#domain/papers/parties.ts'
import { placeOfPapers } from '#domain/office/schema.ts'
import { signingOf } from '#domain/people/rules.ts'
import type { Problem } from '#domain/problems/schema.ts'
import type { Person, Representative } from '#domain/people/schema.ts'
import { formatMunicipality } from '#domain/text/format.ts'
import { formatAddressFull, formatFullName } from '#domain/text/format-person.ts'
import type { Db } from '#db/connection.ts'
import { getOffice } from '#db/queries/office.ts'
import { formerIdsOnPapers } from '#db/queries/people-former-ids.ts'
import { listRepresentatives } from '#db/queries/people-parts.ts'
import { getPerson } from '#db/queries/people.ts'
import { documentName } from '#papers/kit/document-words.ts'
import { existing } from './faults.ts'
import { settingValue } from './settings.ts'

/** „гр. Примерна“: where the office signs, unless it set another place. */
export function placeOf(db: Db, date: string): string {
  return settingValue(db, 'signingPlace', date) || placeOfPapers(getOffice(db).data)
}

/** The office as the providing side of a paper. */
export function providerFacts(db: Db, options: { chiefAccountant: boolean }): ProviderFacts {
  const { data, isDemo } = getOffice(db)
  const { authorisedPerson: other } = data
  return {
    municipality: formatMunicipality(data.municipality),
    eik: data.eik,
    address: `${placeOfPapers(data)}, ${data.address}`,
    phone: data.phone,
    email: data.email,
    officeName: data.name,
    officeAddress: null,
    signatory: other
      ? {
          name: other.name,
          position: other.position,
          // An office of an earlier version may have kept none.
          authorisation:
            other.orderNumber && other.orderDate
              ? { number: other.orderNumber, date: other.orderDate }
              : null,
        }
      : { name: data.mayorName, position: data.mayorTitle, authorisation: null },
    chiefAccountant: options.chiefAccountant ? data.chiefAccountantName : null,
    headOfService: data.headOfServiceName,
    demo: isDemo,
  }
}

export interface PersonSide {
  person: PersonFacts
  representative: RepresentativeFacts | null
  signing: SigningFacts
  /** Nobody may sign (a guardian is needed and not recorded): no paper is issued. */
  problem: Problem | undefined
}

/** The person's side of a paper on a civil date: who they are and who signs. */
export function personSide(db: Db, personId: string, on: string): PersonSide {
  const person = existing(getPerson(db, personId))
  const { mode, representative, problem } = signingOf(person, listRepresentatives(db, personId), on)
  return {
    person: factsOf(db, person),
    representative: representative ? representativeFacts(representative) : null,
    signing: {
      // Nobody may sign: the draft shows the person's own line, and is not issued.
      mode: mode === 'cannotSign' ? 'person' : mode,
      witnesses: mode === 'thumbprint' ? [nobodyYet, nobodyYet] : [],
      ownWish: person.ownWishText,
    },
    problem,
  }
}

/** A witness whose name is written by hand. */
const nobodyYet = { fullName: '', identifier: null }

/** The person as a paper names them, with former numbers under which papers name them already. */
export function factsOf(db: Db, person: Person): PersonFacts {
  const former = formerIdsOnPapers(db, person)
  const { idCardNumber } = person
  return {
    fullName: formatFullName(person),
    sex: person.sex,
    identifierKind: person.idKind,
    identifier: person.idNumber,
    ...(former.length === 0
      ? {}
      : {
          formerIdentifiers: former.map(({ idKind, idNumber }) => ({
            kind: idKind,
            identifier: idNumber,
          })),
        }),
    birthDate: person.birthDate,
    idCard:
      idCardNumber === null
        ? null
        : {
            number: idCardNumber,
            issuedOn: person.idCardIssuedOn,
            issuedBy: person.idCardIssuedBy,
          },
    currentAddress: formatAddressFull(person.currentAddress),
    permanentAddress: person.permanentAddress ? formatAddressFull(person.permanentAddress) : null,
    phone: person.phones[0]?.number ?? null,
    email: person.email,
  }
}

/** A representative as a paper names them. */
export function representativeFacts(one: Representative): RepresentativeFacts {
  return {
    quality: one.kind,
    fullName: formatFullName(one),
    sex: one.sex,
    identifierKind: one.idNumber === null ? null : one.idKind,
    identifier: one.idNumber,
    address: one.address,
    phone: one.phone,
    document: {
      name: documentName(one.documentKind, one.kind),
      number: one.documentNumber,
      date: one.documentDate,
      issuer: one.documentIssuer,
    },
  }
}
