/** The four legal regimes: each decides referral, queue, contract, term and cap. */
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
