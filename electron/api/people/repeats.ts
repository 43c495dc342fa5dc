import { z } from 'zod'
import { keepApart, keptApartFrom, letTogether } from '#db/queries/people-apart.ts'
import { similarPeople } from '#db/queries/people-similar.ts'
import { getPerson } from '#db/queries/people.ts'
import { action } from '../kernel/actions.ts'
import { existing, ruleError } from '../kernel/faults.ts'
import { id } from '../kernel/ids.ts'
import { masked } from '../kernel/list-source.ts'
import { read } from '../kernel/procedures.ts'
import { stampOf } from '../kernel/steps.ts'

const pair = z.object({ personId: id, otherId: id })

/** Two dossiers that look like one person: shown beside each other, and told apart for good. */
export const peopleRepeats = {
  /** Who may be this person once more, and who was found to be somebody else. */
  repeats: read(
    { permission: 'people.write', audit: 'none', input: z.object({ id }) },
    ({ input, db, actor }) => {
      const person = existing(getPerson(db, input.id))
      return {
        similar: similarPeople(db, person, person.id).map((line) => masked(line, actor)),
        apart: keptApartFrom(db, person.id).map((line) => masked(line, actor)),
      }
    },
  ),

  /** „Не са едно лице“: the pair is offered no more. */
  keepApart: action(
    { permission: 'people.write', audit: 'person.keptApart', subject: 'person', input: pair },
    (call) => {
      const { personId, otherId } = call.input
      if (personId === otherId) throw ruleError([{ code: 'personIsItself' }])
      const person = existing(getPerson(call.tx, personId))
      const other = existing(getPerson(call.tx, otherId))
      keepApart(call.tx, person.id, other.id, stampOf(call))
      told(call, person.id, other.id)
      return { apart: true }
    },
  ),

  /** It was a mistake: they may be one person after all. */
  undoApart: action(
    { permission: 'people.write', audit: 'person.apartUndone', subject: 'person', input: pair },
    (call) => {
      const { personId, otherId } = call.input
      existing(letTogether(call.tx, personId, otherId) || undefined)
      told(call, personId, otherId)
      return { apart: false }
    },
  ),
}

/** In the journal of either dossier: whoever opens one of the two finds it. */
function told(
  { audit }: { audit: (line: { subjectId: string; personId: string }) => void },
  one: string,
  other: string,
): void {
  audit({ subjectId: other, personId: one })
  audit({ subjectId: one, personId: other })
}
