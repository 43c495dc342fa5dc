import type { ExpiringKind } from '#domain/expiring/list.ts'

/** What a letter calls that which ends. */
export const endingWords: Record<ExpiringKind, string> = {
  telk: 'решение на ТЕЛК',
  attendance: 'чужда помощ по решение на ТЕЛК',
  idCard: 'лична карта',
  representative: 'права на Вашия представител',
  planReview: 'преглед на индивидуалния план',
  plan: 'индивидуален план',
  contract: 'договор за ползване на услугата',
  employment: 'договор за работа със службата',
  probation: 'срок за изпитване по договора за работа',
  medicalPaper: 'медицински документ',
  trainingDue: 'обучение, супервизия или психологическа подкрепа',
}

/** What the cover of a pile is of. */
export const lettersName = 'Писма за изтичащи срокове'
