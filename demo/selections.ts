import { selectionMethodology } from '#domain/methodologies/selection-methodology.ts'
import type { SelectionAnswer } from '#domain/selections/schema.ts'
import type { Desk } from './desk.ts'

/** How the card of a candidate goes on its day. */
export interface CardStory {
  /** begun – some rows, an interview to come · scored – waits for the head · out – did not come. */
  until: 'begun' | 'scored' | 'approved' | 'out'
  /** Criteria that give nothing; the others give all they can. */
  without: readonly string[]
  /** The commission's points stand beside. */
  commission?: { points: number; comment: string }
}

const rows = selectionMethodology.groups.flatMap((group) => group.items)

const reasons = [
  'Разказа го с примери при събеседването.',
  'Видно е от автобиографията и документите.',
  'Отговори спокойно на въпросите на комисията.',
] as const

function answersOf({ until, without }: CardStory): SelectionAnswer[] {
  return rows.map(({ id, options }, index) => {
    const empty = until === 'begun' && index > 4
    const option = without.includes(id) ? options[0] : options.at(-1)
    return {
      itemId: id,
      optionId: empty ? null : (option?.id ?? null),
      reason: empty ? '' : (reasons[index % reasons.length] ?? ''),
    }
  })
}

/** The card from the declaration to where it came; says by how much the candidacy moved on. */
export async function playCard(
  { workers, head, click, clock }: Desk,
  candidacyId: string,
  story: CardStory,
): Promise<number> {
  const { until, commission } = story
  // The one that is still open is the head's own.
  const scorer = until === 'begun' ? head : workers[0]?.client
  if (!scorer) throw new Error('nobody is there to score')
  const said = { candidacyId, version: null, kind: 'none' as const, text: '' }
  let card: { id: string; version: number } = await scorer.selections.declare(click(said))
  const go = (answer: { id: string; version: number }) => {
    card = { id: answer.id, version: answer.version }
    clock.tick()
  }
  const which = () => ({ id: card.id, version: card.version })
  if (until === 'begun' || until === 'out') {
    const interview = { on: clock.day, minute: 10 * 60, place: 'Заседателната зала, етаж 2' }
    go(await scorer.selections.invite(click({ ...which(), ...interview })))
  }
  if (until === 'out') {
    const note = 'Не отговори и по телефона.'
    go(await scorer.selections.interviewed(click({ ...which(), came: 'no' as const, note })))
    const reason = 'Кандидатът беше поканен с писмо и не се яви на събеседването.'
    await head.selections.dropOut(click({ ...which(), reason }))
    return 1
  }
  go(await scorer.selections.save(click({ ...which(), answers: answersOf(story) })))
  if (until === 'begun') return 0
  go(await scorer.selections.finish(click(which())))
  if (commission) go(await head.selections.commission(click({ ...which(), ...commission })))
  if (until === 'scored') return 0
  await head.selections.approve(click(which()))
  return 1
}
