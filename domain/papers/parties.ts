/**
 * Who stands on an official paper and who signs it. Plain data, already read from the records and
 * frozen with the paper: strings, civil dates (`YYYY-MM-DD`), nothing looked up while printing.
 * `null` means "the law does not need it, print a dotted line or leave it out".
 */

/** The municipality as provider of the service (ЗСУ чл. 85, ал. 1). */
export interface ProviderFacts {
  /** „Община Примерна“ */
  municipality: string
  eik: string
  address: string
  phone: string | null
  email: string | null
  /** „Център за социални услуги“ */
  officeName: string
  officeAddress: string | null
  /** Who signs for the municipality. */
  signatory: SignatoryFacts
  /** Second signature where money is spent; null = the office does not ask for it on this paper. */
  chiefAccountant: string | null
  /** ръководител на услугата */
  headOfService: string | null
  /** A demonstration office prints „ПРИМЕР“ on every page. */
  demo: boolean
}

export interface SignatoryFacts {
  name: string
  /** „кмет“, „заместник-кмет“ … */
  position: string
  /** The order that authorises somebody other than the mayor; null for the mayor. */
  authorisation: { number: string; date: string } | null
}

export interface PersonFacts {
  /** Three names as they are printed. */
  fullName: string
  sex: 'male' | 'female' | null
  identifierKind: 'egn' | 'lnch' | 'other'
  identifier: string
  /** What they had before, where papers carry it; absent where none does. */
  formerIdentifiers?: { kind: 'egn' | 'lnch' | 'other'; identifier: string }[]
  birthDate: string
  idCard: { number: string; issuedOn: string | null; issuedBy: string | null } | null
  currentAddress: string
  permanentAddress: string | null
  phone: string | null
  email: string | null
}

/** Legal quality of a representative (people domain, law notes 6.5). */
export type RepresentativeQuality = 'parent' | 'guardian' | 'curator' | 'proxy'

export interface RepresentativeFacts {
  quality: RepresentativeQuality
  fullName: string
  sex: 'male' | 'female' | null
  identifierKind: 'egn' | 'lnch' | 'other' | null
  identifier: string | null
  address: string | null
  phone: string | null
  /** удостоверение за настойничество/попечителство, пълномощно: what entitles them. */
  document: {
    name: string
    number: string | null
    date: string | null
    /** issuing body, or the notary and the number in the notary's register */
    issuer: string | null
  } | null
}

/**
 * The signature block for the person's side:
 * person – signs alone; guardianFor – parent, adopter or guardian signs for; curatorWith – the person
 * signs together with the curator; proxyFor – the proxy signs for; thumbprint – the person cannot
 * sign: thumbprint before two witnesses.
 */
export const signingModes = [
  'person',
  'guardianFor',
  'curatorWith',
  'proxyFor',
  'thumbprint',
] as const
export type SigningMode = (typeof signingModes)[number]

export interface SigningFacts {
  mode: SigningMode
  /** Two when mode is thumbprint; names may be empty strings and are then filled in by hand. */
  witnesses: { fullName: string; identifier: string | null }[]
  /** A person under запрещение: their own wish as recorded (ЗСУ чл. 91). */
  ownWish: string | null
}

/** A paper's own number and date; number null while it is a draft („ПРОЕКТ“). */
export interface PaperReference {
  number: string | null
  date: string | null
}
