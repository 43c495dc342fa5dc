import type { RegimeLimits, RegimeVersion, Service } from './catalogue.ts'

export const services: readonly Service[] = [
  {
    id: 'assistantSupport',
    regime: 'assistantSupport',
    name: 'асистентска подкрепа',
    legalBasis: 'чл. 85, ал. 1 и 2 от Закона за социалните услуги',
  },
]

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
