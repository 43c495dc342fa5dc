import type { AssistantFacts, ChangeFacts, ChoiceFacts } from '#domain/assignments/facts.ts'
import { assignmentCatalogue } from '#domain/papers/catalogues.ts'
import { typographyInside } from '#domain/papers/hard-spaces.ts'
import { mergeText, type MergeValues } from '#domain/papers/merge.ts'
import { formatDate, formatHoursText } from '#domain/text/format.ts'
import type { StatementData } from '#papers/layout-data.ts'
import { frameOf, type Built } from '../kit/frame.ts'
import { partyValues } from '../kit/parties.ts'
import { contractSides, serviceSides, slotData } from '../kit/signatures.ts'
import { referenceOf } from '../kit/words.ts'
import { assignmentChangeText } from './text/change.ts'
import { assistantChoiceText } from './text/choice.ts'

const capacityWords: Record<ChoiceFacts['present'][number]['capacity'], string> = {
  person: 'Лице',
  representative: 'Представител',
  relative: 'Близък',
  assistant: 'Асистент',
  socialWorker: 'Социален работник',
  other: 'Друг присъстващ',
}

/** A text that people wrote, as a sentence of its own. */
function sentence(text: string): string {
  const said = text.trim()
  return /[.!?…]$/.test(said) ? said : `${said}.`
}

/** „личен асистент, договор № ЕК-12/23.11.2026 г.“ */
const contractText = ({ position, contract }: AssistantFacts) =>
  `${position}, договор ${referenceOf(contract)}`

function valuesOf(facts: ChoiceFacts | ChangeFacts, own: Pick<MergeValues, 'fields' | 'facts'>) {
  const parties = partyValues(facts)
  return {
    ...parties,
    fields: {
      ...parties.fields,
      'basis.application': referenceOf(facts.application),
      ...own.fields,
    },
    facts: { ...parties.facts, ...own.facts },
  }
}

/** Протокол за избор на асистент. */
export function buildChoice(facts: ChoiceFacts): Built<StatementData> {
  const { substitute, preparedBy } = facts
  const { frame, hash, textVersion } = frameOf(
    facts,
    assistantChoiceText,
    'Протокол',
    referenceOf(facts),
  )
  return {
    dataHash: hash,
    textVersion,
    documentDate: facts.date ?? facts.application.date,
    data: typographyInside<StatementData>({
      frame,
      text: mergeText(
        assistantChoiceText,
        assignmentCatalogue,
        valuesOf(facts, {
          fields: {
            'choice.wish': facts.wish,
            'choice.wishReason': sentence(facts.notHonouredReason),
            'choice.chosen': facts.chosen.name,
            'choice.chosenContract': contractText(facts.chosen),
            'choice.substitute': substitute?.name ?? null,
            'choice.substituteContract': substitute ? contractText(substitute) : null,
            'choice.statement': sentence(facts.statement),
          },
          facts: {
            wish: facts.wish === '' ? 'asked' : 'told',
            honoured: facts.wishHonoured ? 'yes' : 'no',
            substitute: substitute ? 'named' : 'none',
            statement: facts.statement.trim() === '' ? 'none' : 'told',
          },
        }),
      ),
      rows: facts.present.map(({ name, capacity }) => ({
        label: capacityWords[capacity],
        value: name,
      })),
      points: [],
      sides: serviceSides(facts, [
        { role: 'preparedBy', name: preparedBy.name, position: preparedBy.position },
      ]),
    }),
  }
}

/** Съобщение за смяна на асистент: the person and both assistants sign that they received it. */
export function buildChange(facts: ChangeFacts): Built<StatementData> {
  const { leaving, coming } = facts
  const { frame, hash, textVersion } = frameOf(
    facts,
    assignmentChangeText,
    'Съобщение за смяна на асистент',
    referenceOf(facts),
  )
  const [provider, ...others] = contractSides(facts)
  const received = [
    ...others.flatMap(({ slots }) => slots),
    slotData({ role: 'coordinator', name: leaving.name, position: 'досегашен асистент' }),
    slotData({ role: 'coordinator', name: coming.name, position: 'нов асистент' }),
  ]
  return {
    dataHash: hash,
    textVersion,
    documentDate: facts.date ?? facts.fromDate,
    data: typographyInside<StatementData>({
      frame,
      text: mergeText(
        assignmentChangeText,
        assignmentCatalogue,
        valuesOf(facts, {
          fields: {
            'change.leaving': leaving.name,
            'change.leavingContract': contractText(leaving),
            'change.lastDay': formatDate(facts.lastDay),
            'change.coming': coming.name,
            'change.comingContract': contractText(coming),
            'change.from': formatDate(facts.fromDate),
            'change.to': facts.toDate === null ? null : formatDate(facts.toDate),
            'change.hours': formatHoursText(facts.minutesPerMonth),
            'change.reason': sentence(facts.reason),
          },
          facts: { role: facts.role, term: facts.toDate === null ? 'open' : 'set' },
        }),
      ),
      rows: [],
      points: [],
      sides: [
        { heading: provider?.heading ?? '', slots: provider?.slots ?? [] },
        { heading: 'ПОЛУЧИХА ЕКЗЕМПЛЯР:', slots: received },
      ],
    }),
  }
}
