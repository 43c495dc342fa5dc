import type { CandidacyInput, CandidateRefusal } from '#domain/candidates/schema.ts'

export const kinshipWords: Record<NonNullable<CandidacyInput['kinship']>, string> = {
  none: 'няма',
  spouse: 'съпруг или съпруга',
  parent: 'родител',
  child: 'дете',
  sibling: 'брат или сестра',
  other: 'друга',
}

export const refusalWords: Record<CandidateRefusal, string> = {
  requirementsNotMet: 'не са изпълнени изискванията за асистент',
  violenceMeasures: 'наложени мерки по Закона за защита от домашното насилие',
  documentsNotProvided: 'документите не са представени в дадения срок',
  untrueData: 'невярно декларирани обстоятелства',
  notSelected: 'при подбора е избран друг кандидат',
  interviewMissed: 'неявяване на събеседването при подбора',
}
