import type { CandidacyInput } from '#domain/candidates/schema.ts'
import { typographyInside } from '#domain/papers/hard-spaces.ts'
import type { PersonFacts, ProviderFacts } from '#domain/papers/parties.ts'
import { providerSlots } from '#domain/papers/signatures.ts'
import { formatDate, formatRegistryNumber } from '#domain/text/format.ts'
import type { CandidateData, FactRow } from '#papers/layout-data.ts'
import { letterheadOf, type Built } from '../kit/frame.ts'
import { personRows } from '../kit/person-rows.ts'
import { slotData } from '../kit/signatures.ts'
import { idCardText } from '../kit/words.ts'
import { kinshipWords, refusalWords } from './words.ts'

type Printed = Omit<Built<CandidateData>, 'dataHash'>

interface CandidateFacts {
  provider: ProviderFacts
  person: PersonFacts
  /** Вх. № and date of the application. */
  entryNumber: string
  entryDate: string
  /** Empty = taken in at any time. */
  campaign: string
  /** Civil date of printing. */
  date: string
}

export interface DeclarationFacts extends CandidateFacts {
  place: string
  namedPerson: string
  kinship: CandidacyInput['kinship']
  otherContract: CandidacyInput['otherContract']
}

export interface RefusalFacts extends CandidateFacts {
  ground: keyof typeof refusalWords
  decidedOn: string
  reason: string
  /** Until when originals may be taken (чл. 25к от ЗЗЛД); null once they are gone. */
  papersUntil: string | null
}

/** „поставена“ or „поставен“; both where the sex is not known. */
const bySex = ({ sex }: PersonFacts, male: string, female: string) =>
  sex === 'male' ? male : sex === 'female' ? female : `${male}/${female}`

const entryOf = ({ entryNumber, entryDate }: CandidateFacts) =>
  formatRegistryNumber(entryNumber, entryDate)

/** The two statements of чл. 25, the one of ЗЗДН, the labour contract, the named person: to be signed. */
export function buildCandidateDeclarations(facts: DeclarationFacts): Printed {
  const { person } = facts
  const title = 'Декларации на кандидат за асистент'
  const contract = {
    none: 'Нямам сключен друг трудов договор.',
    present: 'Имам сключен друг трудов договор и прилагам копие от него.',
  }
  const named =
    facts.namedPerson === ''
      ? []
      : [
          `Кандидатствам да бъда асистент на ${facts.namedPerson}. Роднинска връзка с това лице: ${facts.kinship === null ? 'няма' : kinshipWords[facts.kinship]}.`,
        ]
  return printed(facts, 'candidate-declarations/2', title, {
    register: '',
    to: [],
    title: title.toLocaleUpperCase('bg'),
    subtitle: `към заявление с вх. ${entryOf(facts)}`,
    person: [...personRows(person, null), idCardRow(person)],
    lead: ['Долуподписаният кандидат декларирам:'],
    points: [
      `Не съм ${bySex(person, 'поставен', 'поставена')} под запрещение (чл. 25 от Закона за личната помощ).`,
      `Не съм ${bySex(person, 'осъждан', 'осъждана')} за умишлено престъпление от общ характер (чл. 25 от Закона за личната помощ).`,
      'Спрямо мен като извършител не са налагани мерки по Закона за защита от домашното насилие (чл. 26, ал. 1, т. 3 от Закона за личната помощ).',
      contract[facts.otherContract ?? 'none'],
      ...named,
    ],
    closing: [
      'Известна ми е наказателната отговорност по чл. 313 от Наказателния кодекс за неверни данни.',
      facts.place,
    ],
    slots: [slotData({ role: 'person', name: person.fullName })],
  })
}

function idCardRow({ idCard }: PersonFacts): FactRow {
  return { label: 'Документ за самоличност', value: idCardText(idCard) }
}

/** „Отказ“ with ground and reasons, and what becomes of the papers. */
export function buildCandidateRefusal(facts: RefusalFacts): Printed {
  const { person } = facts
  const campaign = facts.campaign === '' ? '' : `, кампания „${facts.campaign}“`
  const papers =
    facts.papersUntil === null
      ? []
      : [
          `Оригиналите на представените документи може да получите в службата до ${formatDate(facts.papersUntil)} След това копията се унищожават (чл. 25к от Закона за защита на личните данни).`,
        ]
  return printed(facts, 'candidate-refusal/2', 'Отказ на кандидат за асистент', {
    register: 'Изх. №',
    to: ['До', person.fullName, person.currentAddress],
    title: 'ОТКАЗ',
    subtitle: `по заявление за асистент с вх. ${entryOf(facts)}`,
    person: [],
    lead: [
      `По заявлението Ви за асистент${campaign} Ви уведомяваме, че с решение от ${formatDate(facts.decidedOn)} не сте ${bySex(person, 'приет', 'приета')}.`,
      `Основание: ${refusalWords[facts.ground]}.`,
    ],
    points: [],
    closing: [`Мотиви: ${facts.reason}`, ...papers],
    slots: providerSlots(facts.provider).map((one) => slotData(one, facts.provider.municipality)),
  })
}

function printed(
  { provider, date }: CandidateFacts,
  textVersion: string,
  title: string,
  own: Omit<CandidateData, 'frame'>,
): Printed {
  return {
    textVersion,
    documentDate: date,
    data: typographyInside<CandidateData>({
      frame: {
        title,
        author: provider.municipality,
        draft: false,
        demo: provider.demo,
        letterhead: letterheadOf(provider),
        foot: { left: title, small: '' },
      },
      ...own,
    }),
  }
}
