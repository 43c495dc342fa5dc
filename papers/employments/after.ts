import type { AboutContract, AnnexFacts, EndFacts, NoticeFacts } from '#domain/employments/facts.ts'
import { employmentCatalogue } from '#domain/papers/catalogues.ts'
import { typographyInside } from '#domain/papers/hard-spaces.ts'
import { mergeText, type MergeValues, type ResolvedPoint } from '#domain/papers/merge.ts'
import type { StandardText } from '#domain/papers/standard-text.ts'
import { formatDate, formatHoursText, formatMoneyCode } from '#domain/text/format.ts'
import type { ContractData, FactRow, SideData, StatementData } from '#papers/layout-data.ts'
import { frameOf, type Built } from '../kit/frame.ts'
import { slotData } from '../kit/signatures.ts'
import { identifierText, referenceOf } from '../kit/words.ts'
import { employmentAnnex } from './text/annex.ts'
import { employmentEnd } from './text/end.ts'
import { employmentNotice } from './text/notice.ts'
import {
  copiesText,
  employmentParties,
  employmentSides,
  hoursOfficial,
  money,
  orderSides,
  weekOf,
} from './values.ts'

function aboutValues(facts: AboutContract): MergeValues {
  const parties = employmentParties(facts)
  return {
    ...parties,
    fields: {
      ...parties.fields,
      'contract.reference': referenceOf(facts.contract),
      'position.name': facts.position,
    },
    facts: { ...parties.facts, contract: facts.isCivil ? 'civil' : 'labour' },
  }
}

const said = (value: unknown) => (value === null ? 'same' : 'changed')

/** Допълнително споразумение: only what is agreed anew. */
export function buildAnnex(facts: AnnexFacts): Built<ContractData> {
  const values = aboutValues(facts)
  const { minutesPerDay, pay, endDate } = facts
  const reference = referenceOf(facts)
  const { frame, hash, textVersion } = frameOf(
    facts,
    employmentAnnex,
    'Допълнително споразумение',
    reference,
  )
  return {
    dataHash: hash,
    textVersion,
    documentDate: facts.date ?? facts.fromDate,
    data: typographyInside<ContractData>({
      frame,
      text: mergeText(employmentAnnex, employmentCatalogue, {
        ...values,
        fields: {
          ...values.fields,
          'annex.from': formatDate(facts.fromDate),
          'time.day': minutesPerDay === null ? null : hoursOfficial(minutesPerDay),
          'time.week': minutesPerDay === null ? null : weekOf(minutesPerDay),
          'pay.amount': pay === null ? null : money(pay.cents),
          programme: facts.programme,
          'work.place': facts.placeOfWork,
          'term.end': endDate === null ? null : formatDate(endDate),
          copies: copiesText(facts.copies),
        },
        facts: {
          ...values.facts,
          hours: said(minutesPerDay),
          pay: said(pay),
          payUnit: pay?.unit ?? 'month',
          programmeChange: said(facts.programme),
          placeChange: said(facts.placeOfWork),
          endChange: said(endDate),
        },
      }),
      activities: [],
      week: { rows: [], totals: null },
      sides: employmentSides(facts, facts.isCivil),
      coordinated: [],
      enclosures: [],
    }),
  }
}

interface Statement {
  facts: AboutContract
  text: StandardText
  word: string
  fields: Record<string, string | null>
  also?: Record<string, string>
  rows: FactRow[]
  points?: ResolvedPoint[]
  sides: SideData[]
  /** Civil date that the PDF names where the paper has none of its own. */
  on: string
}

/** A page of words, lines and signatures. */
export function statement(one: Statement): Built<StatementData> {
  const { facts, text } = one
  const values = aboutValues(facts)
  const { frame, hash, textVersion } = frameOf(facts, text, one.word, referenceOf(facts))
  return {
    dataHash: hash,
    textVersion,
    documentDate: facts.date ?? one.on,
    data: typographyInside<StatementData>({
      frame,
      text: mergeText(text, employmentCatalogue, {
        ...values,
        fields: { ...values.fields, ...one.fields },
        facts: { ...values.facts, ...one.also },
      }),
      rows: one.rows,
      points: one.points ?? [],
      sides: one.sides,
    }),
  }
}

/** Заповед за прекратяване, with the ground as it was chosen. */
export function buildEnd(facts: EndFacts): Built<StatementData> {
  const reason = facts.reason.trim()
  return statement({
    facts,
    text: employmentEnd,
    word: 'Заповед',
    fields: {
      'end.on': formatDate(facts.onDate),
      'end.article': facts.article,
      'end.ground': facts.ground,
      'end.reason': /[.!?…]$/.test(reason) ? reason : `${reason}.`,
    },
    also: { reason: reason === '' ? 'none' : 'named' },
    rows: [],
    sides: orderSides(facts),
    on: facts.onDate,
  })
}

const eventWords = {
  begin: 'сключване на трудов договор',
  change: 'изменение на трудов договор',
  end: 'прекратяване на трудов договор',
} as const

const groundWords: Partial<Record<NoticeFacts['legalGround'], string>> = {
  permanent: 'чл. 67, ал. 1, т. 1 от КТ',
  fixedTerm: 'чл. 68, ал. 1, т. 1 от КТ',
  untilDone: 'чл. 68, ал. 1, т. 2 от КТ',
  sameEmployer: 'чл. 110 от КТ',
  otherEmployer: 'чл. 111 от КТ',
}

const date = (value: string | null) => (value === null ? null : formatDate(value))

/** Лист за уведомление до НАП, in the order of the electronic record (КТ, чл. 349, ал. 1). */
export function buildNotice(facts: NoticeFacts): Built<StatementData> {
  const { employee, pay, minutesPerDay } = facts
  return statement({
    facts,
    text: employmentNotice,
    word: 'Лист за уведомление до НАП',
    fields: {},
    rows: [
      { label: 'Събитие', value: eventWords[facts.event], strong: true },
      { label: 'Дата на събитието', value: formatDate(facts.on) },
      { label: 'Подава се до', value: formatDate(facts.due), strong: true },
      { label: 'Имена', value: employee.fullName },
      {
        label: 'Идентификатор',
        value: identifierText(employee.identifierKind, employee.identifier),
      },
      { label: 'Основание на договора', value: groundWords[facts.legalGround] ?? null },
      { label: 'Договор', value: referenceOf(facts.contract) },
      { label: 'Начало на изпълнението', value: formatDate(facts.startDate) },
      { label: 'Срок до', value: facts.endDate === null ? 'безсрочен' : date(facts.endDate) },
      {
        label: 'Основно възнаграждение',
        value: `${formatMoneyCode(pay.cents)} ${pay.unit === 'hour' ? 'за час' : 'на месец'}`,
      },
      { label: 'Длъжност', value: facts.position },
      { label: 'Код по НКПД', value: facts.code },
      { label: 'Код по КИД', value: null },
      { label: 'ЕКАТТЕ на работното място', value: null },
      {
        label: 'Работен ден',
        value: minutesPerDay === null ? null : formatHoursText(minutesPerDay),
      },
      {
        label: 'Платен отпуск',
        value: facts.leaveDays === null ? null : `${String(facts.leaveDays)} работни дни`,
      },
      ...(facts.event === 'end'
        ? [
            { label: 'Основание за прекратяване', value: facts.article },
            { label: 'Ползван отпуск през годината', value: null },
            { label: 'Обезщетения по чл. 222, ал. 2 и 3 от КТ', value: null },
          ]
        : []),
    ],
    sides: [
      { heading: 'ПОДАЛ УВЕДОМЛЕНИЕТО:', slots: [slotData({ role: 'coordinator', name: '' })] },
      { heading: 'ПОЛУЧИХ КОПИЕ:', slots: [slotData({ role: 'person', name: employee.fullName })] },
    ],
    on: facts.on,
  })
}
