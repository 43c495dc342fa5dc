import type { SettingKey } from './catalogue.ts'

export const settingGroups = ['deadlines', 'limits', 'numbers', 'papers', 'security'] as const
export type SettingGroup = (typeof settingGroups)[number]

/** On which page of the settings each rule stands. */
export const groupOf: Record<SettingKey, SettingGroup> = {
  preliminaryAssessmentDays: 'deadlines',
  assessmentAndPlanDays: 'deadlines',
  missingDocumentsDays: 'deadlines',
  reviewMonths: 'deadlines',
  candidatePapersMonths: 'deadlines',
  dailyMaxMinutes: 'limits',
  assistantsPerPerson: 'limits',
  personsPerAssistant: 'limits',
  minTeamSize: 'limits',
  changeNeedsReason: 'limits',
  minReasonLength: 'limits',
  commentThresholdPoints: 'limits',
  weakAreaPercent: 'limits',
  applicationNumbersOwn: 'numbers',
  applicationNumberMask: 'numbers',
  assessmentNumberMask: 'numbers',
  planNumberMask: 'numbers',
  contractNumbersOwn: 'numbers',
  contractNumberMask: 'numbers',
  contractNumberPrefix: 'numbers',
  contractNumberIndex: 'numbers',
  numberDateSeparator: 'numbers',
  signingPlace: 'papers',
  dataProtectionOfficer: 'papers',
  contractCoordination: 'papers',
  contractCopies: 'papers',
  feeMonthlyCents: 'papers',
  feeBasisText: 'papers',
  idleLockMinutes: 'security',
  draftKeepingDays: 'security',
  backupMaxAgeDays: 'security',
  copiesPerMedium: 'security',
  fullCheckDays: 'security',
  freeSpaceWarnMegabytes: 'security',
  journalViewingYears: 'security',
  journalContentYears: 'security',
}
