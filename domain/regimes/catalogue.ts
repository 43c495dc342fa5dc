/** The four legal regimes (law notes 1): each decides referral, queue, contract, term and cap. */
export const regimeIds = ['assistantSupport', 'personalAssistance', 'project', 'municipal'] as const
export type RegimeId = (typeof regimeIds)[number]

export const serviceIds = ['assistantSupport'] as const
export type ServiceId = (typeof serviceIds)[number]

export interface Service {
  id: ServiceId
  regime: RegimeId
  /** Legal name of the service in Bulgarian, as papers print it. */
  name: string
  /** What a contract for it rests on. */
  legalBasis: string
}

export const services: readonly Service[] = [
  {
    id: 'assistantSupport',
    regime: 'assistantSupport',
    name: 'асистентска подкрепа',
    legalBasis: 'чл. 85 от Закона за социалните услуги',
  },
]

/** чл. 16, ал. 2 от ЗСУ: to 6 months, to a year, to 3 years. */
export const termKinds = ['short', 'medium', 'long'] as const
export type TermKind = (typeof termKinds)[number]

/** What a regime says from a certain day on. Hours are whole minutes; null = no such limit. */
export interface RegimeVersion {
  id: RegimeId
  validFrom: string
  law: string
  /** Only built regimes can be worked with. */
  built: boolean
  referral: 'municipality' | 'dsp' | 'call'
  queue: 'orderOfEntry' | 'none' | 'points'
  contract: 'userContract' | 'tripartite'
  limits: RegimeLimits
}

export interface RegimeLimits {
  dailyMaxMinutes: number | null
  weeklyMaxMinutes: number | null
  monthlyMaxMinutes: number | null
  /** Last day of use ≤ start + these years − 1 day. */
  maxTermYears: number | null
  /** Upper ends of the kinds of term (ЗСУ чл. 16, ал. 2). */
  shortTermMonths: number | null
  mediumTermMonths: number | null
  source: string | null
}

const noLimits: RegimeLimits = {
  dailyMaxMinutes: null,
  weeklyMaxMinutes: null,
  monthlyMaxMinutes: null,
  maxTermYears: null,
  shortTermMonths: null,
  mediumTermMonths: null,
  source: null,
}

/**
 * What the program is delivered with; the office may add later versions. The daily limit comes from
 * municipal notices (certainty S), the terms from ЗСУ чл. 16, ал. 2 (V).
 */
export const regimeVersions: readonly RegimeVersion[] = [
  {
    id: 'assistantSupport',
    validFrom: '2020-07-01',
    law: 'Закон за социалните услуги',
    built: true,
    referral: 'municipality',
    queue: 'orderOfEntry',
    contract: 'userContract',
    limits: {
      dailyMaxMinutes: 240,
      weeklyMaxMinutes: null,
      monthlyMaxMinutes: null,
      maxTermYears: 3,
      shortTermMonths: 6,
      mediumTermMonths: 12,
      source: 'чл. 16, ал. 2 от ЗСУ',
    },
  },
  {
    id: 'personalAssistance',
    validFrom: '2019-01-01',
    law: 'Закон за личната помощ',
    built: false,
    referral: 'dsp',
    queue: 'none',
    contract: 'tripartite',
    limits: { ...noLimits, monthlyMaxMinutes: 168 * 60, source: 'чл. 12, ал. 2 от ЗЛП' },
  },
  {
    id: 'project',
    validFrom: '2014-01-01',
    law: 'Условия на проекта или програмата',
    built: false,
    referral: 'call',
    queue: 'points',
    contract: 'userContract',
    limits: noLimits,
  },
  {
    id: 'municipal',
    validFrom: '2020-07-01',
    law: 'Наредба на общинския съвет',
    built: false,
    referral: 'municipality',
    queue: 'orderOfEntry',
    contract: 'userContract',
    limits: noLimits,
  },
]
