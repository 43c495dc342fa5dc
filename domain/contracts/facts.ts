import type { WeeklyRowFacts } from '#domain/plans/facts.ts'
import type { TermKind } from '#domain/regimes/catalogue.ts'
import type {
  PaperReference,
  PersonFacts,
  ProviderFacts,
  RepresentativeFacts,
  SigningFacts,
} from '../papers/parties.ts'

/** Reference to another paper: „№ 12/03.11.2026 г.“ */
export interface BasisReference {
  number: string
  date: string
}

/**
 * Everything the paper „Договор за ползване на социална услуга“ prints (ЗСУ чл. 85; law notes 5.2).
 * Duties, changes, termination and complaints are standard text, not facts; only what differs from
 * case to case is here.
 */
export interface ContractFacts extends PaperReference {
  /** A draft carries „ПРОЕКТ“ and no number. */
  draft: boolean
  /** „гр. Примерна“: place of signing, before the date. */
  place: string
  provider: ProviderFacts
  person: PersonFacts
  representative: RepresentativeFacts | null
  signing: SigningFacts
  /** „асистентска подкрепа“ */
  service: string
  /** „чл. 85 от Закона за социалните услуги“ */
  legalBasis: string
  /** Papers the contract rests on; preliminary null = not recorded at intake. */
  basis: {
    application: BasisReference
    preliminaryAssessment: BasisReference | null
    assessment: BasisReference
    plan: BasisReference
  }
  /** By which point of ЗСУ чл. 93, ал. 2 the person is entitled; null = not said at intake. */
  entitlement: {
    group: 'overWorkingAge' | 'disabled'
    /** Decision of ТЕЛК or НЕЛК, or the medical document of who has none. */
    document: {
      kind: 'telk' | 'nelk' | 'medicalDocument'
      number: string
      date: string | null
    } | null
  } | null
  /** What a child under 14 has instead of an identity card. */
  birthCertificate: { number: string; date: string | null } | null
  subject: {
    /** Activities agreed, in Bulgarian, in the order of the plan. */
    activities: string[]
    /** Where: the person's home and outside it (ЗСУ чл. 17, ал. 3). */
    placeOfService: string
  }
  volume: {
    /** Hours granted by the approved assessment. */
    minutesPerMonth: number
    /** Week of the plan. */
    minutesPerWeek: number
    /** Most minutes the plan puts on one day. */
    minutesPerDay: number
    /** Dated limit of the regime. */
    dailyLimitMinutes: number
    week: WeeklyRowFacts[]
  }
  term: { startDate: string; endDate: string; kind: TermKind }
  fee: {
    /** Euro cents a month; 0 = no fee. */
    monthlyCents: number
    /** The act: „§ 2 от Преходните и заключителните разпоредби на …“. */
    basisText: string
  }
  caseManager: { name: string; position: string; phone: string | null }
  assistants: { name: string; role: 'titular' | 'substitute' }[]
  privacy: {
    /** Data protection officer's name and contact; null = not named in the settings. */
    officer: string | null
  }
  complaints: {
    /** Where complaints and proposals are handed in. */
    addressee: string
  }
  /** Positions of those who agree the contract before it is signed, in the order they sign. */
  coordinatedBy: string[]
  copies: number
}
