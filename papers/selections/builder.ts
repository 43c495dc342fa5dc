import { typographyInside } from '#domain/papers/hard-spaces.ts'
import { providerSlots } from '#domain/papers/signatures.ts'
import type { CardFacts, InvitationFacts } from '#domain/selections/facts.ts'
import { formatDate, formatNumber, formatRegistryNumber, formatTime } from '#domain/text/format.ts'
import { dataHash, shortHash } from '#papers/fingerprint.ts'
import type { FactRow, SelectionData } from '#papers/layout-data.ts'
import { letterheadOf, type Built } from '../kit/frame.ts'
import { personRows } from '../kit/person-rows.ts'
import { slotData } from '../kit/signatures.ts'

type Shared = Omit<InvitationFacts, 'interview'>

const entryOf = ({ entryNumber, entryDate }: Shared) => formatRegistryNumber(entryNumber, entryDate)

const campaignOf = ({ campaign }: Shared) => (campaign === '' ? '' : `, кампания „${campaign}“`)

/** „Покана за събеседване“: the day, the hour, the place, and what follows for who does not come. */
export function buildInvitation(facts: InvitationFacts): Built<SelectionData> {
  const { provider, person, interview } = facts
  const when = `${formatDate(interview.on)}, ${formatTime(interview.minute)}`
  return built(facts, 'interview-invitation/1', 'Покана за събеседване', {
    register: `Изх. ${formatRegistryNumber(facts.number, facts.date)}`,
    to: ['До', person.fullName, person.currentAddress],
    title: 'ПОКАНА ЗА СЪБЕСЕДВАНЕ',
    subtitle: `по заявление за асистент с вх. ${entryOf(facts)}`,
    facts: [],
    lead: [`Каним Ви на събеседване по заявлението Ви за асистент${campaignOf(facts)}.`],
    rows: [],
    total: '',
    result: [
      { label: 'Ден и час', value: when, strong: true },
      { label: 'Място', value: interview.place, strong: true },
    ],
    closing: [
      'Носете документ за самоличност. Ако не може да дойдете, обадете се преди часа на събеседването, за да уговорим друг.',
      'Кандидат, който не се яви на събеседването, отпада от подбора.',
    ],
    slots: providerSlots(provider).map((one) => slotData(one, provider.municipality)),
  })
}

const outOf = (points: number, max: number) => `${formatNumber(points)} от ${formatNumber(max)}`

/** „Карта за подбор“: every criterion with its points and reason, the sum, what the commission gave. */
export function buildSelectionCard(facts: CardFacts): Built<SelectionData> {
  const { methodology, commission, interviewOn, scoredOn, points, max } = facts
  const { name, version, validFrom } = methodology
  const result: FactRow[] = [
    { label: 'Точки по картата', value: outOf(points, max), strong: true },
    ...(scoredOn === null ? [] : [{ label: 'Попълнена на', value: formatDate(scoredOn) }]),
    ...(interviewOn === null
      ? []
      : [{ label: 'Събеседване', value: `проведено на ${formatDate(interviewOn)}` }]),
    ...(commission === null
      ? []
      : [
          { label: 'Точки на комисията', value: outOf(commission.points, max), strong: true },
          { label: 'Вписани от', value: commission.by },
          ...(commission.comment === ''
            ? []
            : [{ label: 'Бележка на комисията', value: commission.comment }]),
        ]),
  ]
  return built(facts, 'selection-card/1', 'Карта за подбор', {
    register: '',
    to: [],
    title: 'КАРТА ЗА ПОДБОР',
    subtitle: `на кандидат за асистент по заявление с вх. ${entryOf(facts)}${campaignOf(facts)}`,
    facts: [
      { label: 'Карта', value: formatRegistryNumber(facts.number, facts.date), strong: true },
      ...personRows(facts.person, null),
    ],
    lead: [`По „${name}“, версия ${String(version)}, в сила от ${formatDate(validFrom)}`],
    rows: facts.rows.map((row) => ({
      text: row.text,
      answer: row.answer,
      points: row.points === null ? '–' : outOf(row.points, row.max),
      reason: row.reason === '' ? null : row.reason,
    })),
    total: outOf(points, max),
    result,
    closing: [
      'Попълнилият картата декларира, че не е в роднинска или друга връзка с кандидата, която пречи на безпристрастната оценка.',
      facts.place,
    ],
    slots: [
      slotData({ role: 'preparedBy', ...facts.scorer }),
      slotData({ role: 'approver', ...facts.approver }),
    ],
  })
}

function built(
  facts: Shared,
  textVersion: string,
  title: string,
  own: Omit<SelectionData, 'frame'>,
): Built<SelectionData> {
  const { provider, number, date } = facts
  const hash = dataHash({ facts, text: { textVersion } })
  const left = `${title} ${formatRegistryNumber(number, date)}`
  return {
    textVersion,
    dataHash: hash,
    documentDate: date,
    data: typographyInside<SelectionData>({
      frame: {
        title: left,
        author: provider.municipality,
        draft: false,
        demo: provider.demo,
        letterhead: letterheadOf(provider),
        foot: { left, small: `контролен код ${shortHash(hash)}` },
      },
      ...own,
    }),
  }
}
