import { expiringKinds } from '#domain/expiring/list.ts'
import type { LetterRow } from '#domain/letters/rules.ts'
import { letterCatalogue } from '#domain/papers/catalogues.ts'
import { typographyInside } from '#domain/papers/hard-spaces.ts'
import { mergeText } from '#domain/papers/merge.ts'
import type {
  PaperReference,
  PersonFacts,
  ProviderFacts,
  RepresentativeFacts,
} from '#domain/papers/parties.ts'
import { formatDate } from '#domain/text/format.ts'
import { formatPhone } from '#domain/text/format-person.ts'
import type { StatementData } from '#papers/layout-data.ts'
import { frameOf, type Built } from '../kit/frame.ts'
import { slotData } from '../kit/signatures.ts'
import { referenceOf, representativeWords } from '../kit/words.ts'
import { letterExpiring } from './text.ts'
import { endingWords } from './words.ts'

interface LetterFacts extends PaperReference {
  draft: boolean
  provider: ProviderFacts
  person: Pick<PersonFacts, 'fullName'>
  /** Who acts for the person, where somebody does. */
  representative: Pick<RepresentativeFacts, 'fullName' | 'quality'> | null
  address: string
  rows: readonly LetterRow[]
  answerBy: string | null
  /** Civil date of the letter. */
  on: string
}

/** „решение на ТЕЛК № 12 – последният ден е 12.12.2026 г.“ */
function rowText({ kind, number, until }: LetterRow, on: string): string {
  const named = number === null || number === '' ? '' : ` № ${number}`
  const day = until < on ? 'последният ден беше' : 'последният ден е'
  return `${endingWords[kind]}${named} – ${day} ${formatDate(until)}`
}

/** „Писмо за изтичащи срокове“ to one person, about all that is said to them. */
export function buildLetter(facts: LetterFacts): Built<StatementData> {
  const { provider, representative, rows, answerBy } = facts
  const { frame, hash, textVersion } = frameOf(facts, letterExpiring, 'Писмо', referenceOf(facts))
  const named = expiringKinds.map(
    (kind) => [kind, rows.some((row) => row.kind === kind) ? 'named' : 'none'] as const,
  )
  return {
    dataHash: hash,
    textVersion,
    documentDate: facts.on,
    data: typographyInside<StatementData>({
      frame,
      to: [
        'До',
        facts.person.fullName,
        ...(representative === null
          ? []
          : [`чрез ${representative.fullName}, ${representativeWords[representative.quality]}`]),
        facts.address,
      ],
      text: mergeText(letterExpiring, letterCatalogue, {
        fields: {
          'paper.number': facts.number,
          'paper.date': facts.date === null ? null : formatDate(facts.date),
          'provider.office': provider.officeName,
          'provider.address': provider.officeAddress ?? provider.address,
          'provider.phone': provider.phone === null ? null : formatPhone(provider.phone),
          'answer.by': answerBy === null ? null : formatDate(answerBy),
        },
        facts: {
          ...Object.fromEntries(named),
          answer: answerBy === null ? 'none' : 'asked',
          phone: provider.phone === null ? 'none' : 'known',
        },
        sexes: {},
      }),
      rows: [],
      points: rows.map((row, i) => ({
        number: i + 1,
        runs: [`${rowText(row, facts.on)}${i === rows.length - 1 ? '' : ';'}`],
      })),
      sides: [
        {
          heading: 'ЗА СЛУЖБАТА:',
          slots: [slotData({ role: 'headOfService', name: provider.headOfService ?? '' })],
        },
      ],
    }),
  }
}
