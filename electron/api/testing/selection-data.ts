import type { CandidateIntakeInput } from '#domain/candidates/intake.ts'
import { selectionMethodology } from '#domain/methodologies/selection-methodology.ts'
import type { SelectionAnswer } from '#domain/selections/schema.ts'
import { candidateInput } from './candidate-data.ts'
import { click, type Client, type RunningOffice } from './office.ts'

const items = selectionMethodology.groups.flatMap((group) => group.items)

/** A whole card; the rows named here give nothing, the others all they can. */
export const wholeAnswers = (...without: string[]): SelectionAnswer[] =>
  items.map(({ id, options }) => ({
    itemId: id,
    optionId: (without.includes(id) ? options[0] : options.at(-1))?.id ?? null,
    reason: 'Казано и показано при събеседването.',
  }))

/** Somebody who waits for the selection. */
export async function admittedCandidate(
  running: RunningOffice,
  own: Partial<CandidateIntakeInput> = {},
): Promise<{ candidacyId: string; personId: string }> {
  const clerk = await running.as('clerk')
  const head = await running.as('head')
  const { id, personId } = await clerk.candidates.create(click(candidateInput(own)))
  await head.candidates.decide(click({ id, version: 1, event: { kind: 'admit' } }))
  return { candidacyId: id, personId }
}

/** A card that this account may write into. */
export async function begunCard(running: RunningOffice, scorer: Client) {
  const { candidacyId, personId } = await admittedCandidate(running)
  const own = { candidacyId, version: null, kind: 'none' as const, text: '' }
  const { id, version } = await scorer.selections.declare(click(own))
  return { candidacyId, personId, id, version }
}

/** A card that waits for the head. */
export async function scoredCard(
  running: RunningOffice,
  scorer: Client,
  answers: SelectionAnswer[] = wholeAnswers(),
) {
  const { id, version, ...whose } = await begunCard(running, scorer)
  const saved = await scorer.selections.save(click({ id, version, answers }))
  const { version: scored } = await scorer.selections.finish(click({ id, version: saved.version }))
  return { ...whose, id, version: scored }
}
