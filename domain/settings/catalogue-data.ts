import { z } from 'zod'
import { textField } from '#domain/text/fields.ts'

/**
 * How sure the default is. V – read in the law itself; S – read in a secondary source; U – common
 * knowledge that a lawyer has not confirmed; P – a proposal of this program.
 */
export type Certainty = 'V' | 'S' | 'U' | 'P'

export type SettingUnit =
  | 'days'
  | 'calendarMonths'
  | 'years'
  | 'minutes'
  | 'people'
  | 'points'
  | 'percent'
  | 'cents'
  | 'characters'
  | 'copies'
  | 'megabytes'
  | 'pieces'
  | 'yesNo'
  | 'text'
  | 'numberMask'

export interface SettingDefinition<T = unknown> {
  schema: z.ZodType<T>
  default: T
  unit: SettingUnit
  /** Article or document the default comes from, as cited in Bulgarian; null for office habits. */
  source: string | null
  certainty: Certainty
}

/**
 * Mask of a registry number. `{prefix}` `{index}` `{n}` `{year}` are replaced; everything else
 * stands as typed. `{n}` is the number in the register of the year.
 */
const numberMask = textField(60).refine((mask) => mask.includes('{n}'), 'maskWithoutNumber')

function days(max = 366) {
  return z.int('wholeNumber').min(1, 'tooSmall').max(max, 'tooBig')
}

function years(max = 100) {
  return z.int('wholeNumber').min(1, 'tooSmall').max(max, 'tooBig')
}

function define<T>(definition: SettingDefinition<T>): SettingDefinition<T> {
  return definition
}

/** Every rule that the law or the office may change, with its type and its default. */
export const settingCatalogue = {
  preliminaryAssessmentDays: define({
    schema: days(),
    default: 20,
    unit: 'days',
    source: '§ 31, ал. 5, т. 1 от ПЗР на ЗСУ',
    certainty: 'U',
  }),
  assessmentAndPlanDays: define({
    schema: days(),
    default: 20,
    unit: 'days',
    source: 'ППЗСУ',
    certainty: 'S',
  }),
  missingDocumentsDays: define({
    schema: days(90),
    default: 7,
    unit: 'days',
    source: null,
    certainty: 'P',
  }),
  reviewMonths: define({
    schema: z.int('wholeNumber').min(1, 'tooSmall').max(36, 'tooBig'),
    default: 6,
    unit: 'calendarMonths',
    source: null,
    certainty: 'U',
  }),
  candidatePapersMonths: define({
    schema: z.int('wholeNumber').min(1, 'tooSmall').max(6, 'tooBig'),
    default: 6,
    unit: 'calendarMonths',
    source: 'чл. 25к от ЗЗЛД',
    certainty: 'V',
  }),
  medicalPaperMonths: define({
    schema: z.int('wholeNumber').min(1, 'tooSmall').max(60, 'tooBig'),
    default: 12,
    unit: 'calendarMonths',
    source: null,
    certainty: 'P',
  }),
  dailyMaxMinutes: define({
    schema: z.int('wholeNumber').min(15, 'tooSmall').max(1440, 'tooBig'),
    default: 240,
    unit: 'minutes',
    source: 'обявления на общини',
    certainty: 'S',
  }),
  assistantsPerPerson: define({
    schema: z.int('wholeNumber').min(1, 'tooSmall').max(10, 'tooBig'),
    default: 2,
    unit: 'people',
    source: null,
    certainty: 'P',
  }),
  personsPerAssistant: define({
    schema: z.int('wholeNumber').min(1, 'tooSmall').max(50, 'tooBig'),
    default: 3,
    unit: 'people',
    source: null,
    certainty: 'S',
  }),
  minTeamSize: define({
    schema: z.int('wholeNumber').min(2, 'tooSmall').max(10, 'tooBig'),
    default: 2,
    unit: 'people',
    source: 'чл. 80, ал. 2 от ЗСУ',
    certainty: 'P',
  }),
  changeNeedsReason: define({
    schema: z.boolean(),
    default: true,
    unit: 'yesNo',
    source: null,
    certainty: 'P',
  }),
  minReasonLength: define({
    schema: z.int('wholeNumber').min(1, 'tooSmall').max(200, 'tooBig'),
    default: 10,
    unit: 'characters',
    source: null,
    certainty: 'P',
  }),
  commentThresholdPoints: define({
    schema: z.int('wholeNumber').min(0, 'tooSmall').max(1000, 'tooBig'),
    default: 5,
    unit: 'points',
    source: null,
    certainty: 'P',
  }),
  weakAreaPercent: define({
    schema: z.int('wholeNumber').min(1, 'tooSmall').max(100, 'tooBig'),
    default: 50,
    unit: 'percent',
    source: null,
    certainty: 'P',
  }),
  signingPlace: define({
    schema: textField(120),
    default: '',
    unit: 'text',
    source: null,
    certainty: 'P',
  }),
  /** „Анна Петрова, тел. …, dpo@…“; empty = not named, and the clause is left out. */
  dataProtectionOfficer: define({
    schema: textField(200),
    default: '',
    unit: 'text',
    source: 'чл. 13, ал. 1, б. „б“ и чл. 37, пар. 7 от Регламент (ЕС) 2016/679',
    certainty: 'V',
  }),
  /** Positions that agree a contract before it is signed, parted by „;“; empty = nobody. */
  contractCoordination: define({
    schema: textField(200),
    default: '',
    unit: 'text',
    source: null,
    certainty: 'P',
  }),
  contractCopies: define({
    schema: z.int('wholeNumber').min(1, 'tooSmall').max(10, 'tooBig'),
    default: 2,
    unit: 'pieces',
    source: null,
    certainty: 'U',
  }),
  /** The office numbers applications itself; otherwise it types the municipality's вх. №. */
  applicationNumbersOwn: define({
    schema: z.boolean(),
    default: false,
    unit: 'yesNo',
    source: null,
    certainty: 'P',
  }),
  applicationNumberMask: define({
    schema: numberMask,
    default: '94-{n}',
    unit: 'numberMask',
    source: null,
    certainty: 'P',
  }),
  assessmentNumberMask: define({
    schema: numberMask,
    default: 'ИОП-{n}',
    unit: 'numberMask',
    source: null,
    certainty: 'P',
  }),
  planNumberMask: define({
    schema: numberMask,
    default: 'ИПП-{n}',
    unit: 'numberMask',
    source: null,
    certainty: 'P',
  }),
  /** true – the program draws the next number; false – it is typed from the municipality's register. */
  contractNumbersOwn: define({
    schema: z.boolean(),
    default: true,
    unit: 'yesNo',
    source: null,
    certainty: 'P',
  }),
  contractNumberMask: define({
    schema: numberMask,
    default: '{prefix}{index}{n}',
    unit: 'numberMask',
    source: null,
    certainty: 'P',
  }),
  contractNumberPrefix: define({
    schema: textField(20),
    default: '',
    unit: 'text',
    source: null,
    certainty: 'P',
  }),
  contractNumberIndex: define({
    schema: textField(20),
    default: '',
    unit: 'text',
    source: null,
    certainty: 'P',
  }),
  employmentNoticeBeginDays: define({
    schema: days(60),
    default: 3,
    unit: 'days',
    source: 'чл. 62, ал. 3 от КТ',
    certainty: 'S',
  }),
  employmentNoticeEndDays: define({
    schema: days(60),
    default: 7,
    unit: 'days',
    source: 'чл. 62, ал. 3 от КТ',
    certainty: 'S',
  }),
  employmentMinAge: define({
    schema: z.int('wholeNumber').min(14, 'tooSmall').max(30, 'tooBig'),
    default: 18,
    unit: 'years',
    source: null,
    certainty: 'P',
  }),
  employmentDayMinutes: define({
    schema: z.int('wholeNumber').min(15, 'tooSmall').max(1440, 'tooBig'),
    default: 480,
    unit: 'minutes',
    source: 'чл. 136, ал. 3 от КТ',
    certainty: 'U',
  }),
  /** Under all labour contracts of a person: 48 hours a week, by five days. */
  employmentsDayMinutes: define({
    schema: z.int('wholeNumber').min(15, 'tooSmall').max(1440, 'tooBig'),
    default: 576,
    unit: 'minutes',
    source: 'чл. 113, ал. 1 от КТ',
    certainty: 'U',
  }),
  averagingMonths: define({
    schema: z.int('wholeNumber').min(1, 'tooSmall').max(12, 'tooBig'),
    default: 4,
    unit: 'calendarMonths',
    source: 'чл. 142, ал. 3 от КТ',
    certainty: 'V',
  }),
  probationMonths: define({
    schema: z.int('wholeNumber').min(1, 'tooSmall').max(24, 'tooBig'),
    default: 6,
    unit: 'calendarMonths',
    source: 'чл. 70, ал. 1 от КТ',
    certainty: 'U',
  }),
  fixedTermYears: define({
    schema: years(10),
    default: 3,
    unit: 'years',
    source: 'чл. 68, ал. 1, т. 1 от КТ',
    certainty: 'U',
  }),
  employmentLeaveDays: define({
    schema: days(100),
    default: 20,
    unit: 'days',
    source: 'чл. 155, ал. 4 от КТ',
    certainty: 'U',
  }),
  employmentNoticeDays: define({
    schema: days(365),
    default: 30,
    unit: 'days',
    source: 'чл. 326, ал. 2 от КТ',
    certainty: 'U',
  }),
  minimumHourCents: define({
    schema: z.int('wholeNumber').min(1, 'tooSmall').max(1_000_000, 'tooBig'),
    default: 374,
    unit: 'cents',
    source: 'минимална часова работна заплата за 2026 г.',
    certainty: 'S',
  }),
  minimumMonthCents: define({
    schema: z.int('wholeNumber').min(1, 'tooSmall').max(10_000_000, 'tooBig'),
    default: 62_020,
    unit: 'cents',
    source: 'минимална работна заплата за 2026 г.',
    certainty: 'S',
  }),
  /** Of the least hour; to a whole cent upwards. */
  assistantPayPercent: define({
    schema: z.int('wholeNumber').min(100, 'tooSmall').max(500, 'tooBig'),
    default: 140,
    unit: 'percent',
    source: 'чл. 31 от ЗЛП',
    certainty: 'S',
  }),
  employmentNumbersOwn: define({
    schema: z.boolean(),
    default: true,
    unit: 'yesNo',
    source: null,
    certainty: 'P',
  }),
  employmentNumberMask: define({
    schema: numberMask,
    default: 'ЕК-{n}',
    unit: 'numberMask',
    source: null,
    certainty: 'P',
  }),
  employmentAnnexNumberMask: define({
    schema: numberMask,
    default: 'ДС-{n}',
    unit: 'numberMask',
    source: null,
    certainty: 'P',
  }),
  letterNumberMask: define({
    schema: numberMask,
    default: 'ПС-{n}',
    unit: 'numberMask',
    source: null,
    certainty: 'P',
  }),
  letterAnswerDays: define({
    schema: days(90),
    default: 14,
    unit: 'days',
    source: null,
    certainty: 'P',
  }),
  employmentEndNumberMask: define({
    schema: numberMask,
    default: 'ЗП-{n}',
    unit: 'numberMask',
    source: null,
    certainty: 'P',
  }),
  assistantChoiceNumberMask: define({
    schema: numberMask,
    default: 'ИА-{n}',
    unit: 'numberMask',
    source: null,
    certainty: 'P',
  }),
  assignmentChangeNumberMask: define({
    schema: numberMask,
    default: 'СА-{n}',
    unit: 'numberMask',
    source: null,
    certainty: 'P',
  }),
  selectionCardNumberMask: define({
    schema: numberMask,
    default: 'КП-{n}',
    unit: 'numberMask',
    source: null,
    certainty: 'P',
  }),
  interviewInvitationNumberMask: define({
    schema: numberMask,
    default: 'ПК-{n}',
    unit: 'numberMask',
    source: null,
    certainty: 'P',
  }),
  /** So far the commission and the scorer of a candidate may part without a comment. */
  selectionCommentPoints: define({
    schema: z.int('wholeNumber').min(0, 'tooSmall').max(100, 'tooBig'),
    default: 3,
    unit: 'points',
    source: null,
    certainty: 'P',
  }),
  certificateNumberMask: define({
    schema: numberMask,
    default: 'УД-{n}',
    unit: 'numberMask',
    source: null,
    certainty: 'P',
  }),
  /** Share of the hours of a training without which nobody is given a certificate. */
  trainingSharePercent: define({
    schema: z.int('wholeNumber').min(1, 'tooSmall').max(100, 'tooBig'),
    default: 80,
    unit: 'percent',
    source: null,
    certainty: 'P',
  }),
  /** 0 = the first training alone. */
  trainingEveryMonths: define({
    schema: z.int('wholeNumber').min(0, 'tooSmall').max(12, 'tooBig'),
    default: 0,
    unit: 'calendarMonths',
    source: null,
    certainty: 'P',
  }),
  /** 0 = not asked. */
  supervisionEveryMonths: define({
    schema: z.int('wholeNumber').min(0, 'tooSmall').max(12, 'tooBig'),
    default: 6,
    unit: 'calendarMonths',
    source: null,
    certainty: 'P',
  }),
  psychologicalEveryMonths: define({
    schema: z.int('wholeNumber').min(0, 'tooSmall').max(12, 'tooBig'),
    default: 6,
    unit: 'calendarMonths',
    source: null,
    certainty: 'P',
  }),
  mentorMonths: define({
    schema: z.int('wholeNumber').min(1, 'tooSmall').max(24, 'tooBig'),
    default: 6,
    unit: 'calendarMonths',
    source: null,
    certainty: 'P',
  }),
  trainingCountsAsWork: define({
    schema: z.boolean(),
    default: true,
    unit: 'yesNo',
    source: null,
    certainty: 'P',
  }),
  supervisionCountsAsWork: define({
    schema: z.boolean(),
    default: true,
    unit: 'yesNo',
    source: null,
    certainty: 'P',
  }),
  psychologicalCountsAsWork: define({
    schema: z.boolean(),
    default: true,
    unit: 'yesNo',
    source: null,
    certainty: 'P',
  }),
  consultationCountsAsWork: define({
    schema: z.boolean(),
    default: true,
    unit: 'yesNo',
    source: null,
    certainty: 'P',
  }),
  informationCountsAsWork: define({
    schema: z.boolean(),
    default: false,
    unit: 'yesNo',
    source: null,
    certainty: 'P',
  }),
  numberDateSeparator: define({
    schema: z.string().min(1, 'required').max(3, 'textTooLong'),
    default: '/',
    unit: 'text',
    source: null,
    certainty: 'S',
  }),
  feeMonthlyCents: define({
    schema: z.int('wholeNumber').min(0, 'tooSmall').max(1_000_000, 'tooBig'),
    default: 0,
    unit: 'cents',
    source: '§ 2 от ПЗР на ЗДБРБ за 2025 г.',
    certainty: 'U',
  }),
  feeBasisText: define({
    schema: textField(500).min(1, 'required'),
    // For as long as there is no budget act of 2026: what holds later is the office's to say.
    default:
      '§ 2 от Преходните и заключителните разпоредби на Закона за държавния бюджет на Република България за 2025 г. във връзка с чл. 6 от закона, обнародван в ДВ, бр. 113 от 2025 г.',
    unit: 'text',
    source:
      'чл. 6 от закона в ДВ, бр. 113 от 2025 г., във връзка с § 2 от ПЗР на ЗДБРБ за 2025 г.; до приемането на бюджет за 2026 г.',
    certainty: 'U',
  }),
  idleLockMinutes: define({
    schema: z.int('wholeNumber').min(1, 'tooSmall').max(120, 'tooBig'),
    default: 10,
    unit: 'minutes',
    source: null,
    certainty: 'P',
  }),
  draftKeepingDays: define({
    schema: days(365),
    default: 30,
    unit: 'days',
    source: null,
    certainty: 'P',
  }),
  /** The last verified copy may be this old; then „Днес“ warns, and at twice the age more so. */
  backupMaxAgeDays: define({
    schema: days(60),
    default: 3,
    unit: 'days',
    source: null,
    certainty: 'P',
  }),
  copiesPerMedium: define({
    schema: z.int('wholeNumber').min(2, 'tooSmall').max(100, 'tooBig'),
    default: 10,
    unit: 'copies',
    source: null,
    certainty: 'P',
  }),
  /** How often the office checks all of its own data by itself. */
  fullCheckDays: define({
    schema: days(60),
    default: 7,
    unit: 'days',
    source: null,
    certainty: 'P',
  }),
  /** Below this much free space on the office's own disk the program warns. */
  freeSpaceWarnMegabytes: define({
    schema: z.int('wholeNumber').min(100, 'tooSmall').max(1_000_000, 'tooBig'),
    default: 5_000,
    unit: 'megabytes',
    source: null,
    certainty: 'P',
  }),
  journalViewingYears: define({
    schema: years(),
    default: 5,
    unit: 'years',
    source: null,
    certainty: 'P',
  }),
  journalContentYears: define({
    schema: years(),
    default: 10,
    unit: 'years',
    source: null,
    certainty: 'P',
  }),
} as const

export type SettingKey = keyof typeof settingCatalogue
export type SettingValue<K extends SettingKey> =
  (typeof settingCatalogue)[K] extends SettingDefinition<infer T> ? T : never

export const settingKeys = Object.keys(settingCatalogue) as SettingKey[]

/** Is the text one of the settings this program knows? */
export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(settingCatalogue, key)
}
