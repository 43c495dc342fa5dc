import { z } from 'zod'
import { mayDeclare } from '#domain/selections/conflict.ts'
import { selectionsList } from '#domain/selections/list.ts'
import { cardClosed, isOpenCard, mayScore } from '#domain/selections/rules.ts'
import {
  conflictKinds,
  selectionAnswersSchema,
  type ConflictDeclaration,
  type SelectionAnswer,
} from '#domain/selections/schema.ts'
import { lockMethodology, methodologyOnDate } from '#db/queries/methodologies.ts'
import { cardOfCandidacy, findCard, insertCard, saveCard } from '#db/queries/selections.ts'
import { cardCase, minReasonLength } from './facts.ts'
import { selectionsSource } from './list.ts'
import { selectionRecord } from './moves.ts'
import { selectionSteps } from './steps.ts'
import { selectionView } from './view.ts'
import { action } from '../kernel/actions.ts'
import { formOf, saveOrConflict } from '../kernel/conflict.ts'
import { demand, existing, ruleError } from '../kernel/faults.ts'
import { id, shortReason, version, which } from '../kernel/ids.ts'
import { defineList } from '../kernel/lists.ts'
import { read } from '../kernel/procedures.ts'
import { stampOf } from '../kernel/steps.ts'

/** Selecting assistants: the card of a candidate, the interview, the commission, the pool. */
export default {
  ...defineList(selectionsList, selectionsSource),

  /** The card of a candidate, begun or not. */
  find: read(
    {
      permission: 'selections.read',
      audit: 'selection.opened',
      input: z.object({ candidacyId: id }),
    },
    ({ input, db, actor, today, noteReading }) => {
      const view = selectionView(db, input.candidacyId, actor, today)
      noteReading(view.person.id, { kind: 'candidacy', id: view.candidacy.id })
      return view
    },
  ),

  /**
   * „Декларация“: whoever is bound to the candidate says so and scores nothing; whoever is not begins
   * the card, or takes it over from one who was.
   */
  declare: action(
    {
      permission: 'selections.write',
      audit: 'selection.declared',
      subject: selectionRecord.subject,
      input: z.object({
        candidacyId: id,
        /** Of the card that the page shows; null while there is none. */
        version: version.nullable(),
        kind: z.enum(conflictKinds, 'required'),
        text: shortReason.default(''),
      }),
    },
    (call) => {
      const { input, tx, audit, actor, now, today } = call
      const { candidacyId, kind } = input
      const { candidacy, person } = cardCase(tx, candidacyId)
      const card = cardOfCandidacy(tx, candidacyId)
      if (card ? !isOpenCard(card) : candidacy.state !== 'admitted') throw ruleError([cardClosed])
      const { accountId } = actor
      const declarations = card?.conflicts ?? []
      demand(
        mayDeclare({
          ...{ kind, text: input.text, accountId, declarations },
          scorerId: card?.scorerId ?? null,
          minReasonLength: minReasonLength(tx, today),
        }),
      )
      const said: ConflictDeclaration = {
        ...{ accountId, kind, at: now },
        text: kind === 'declared' ? input.text : '',
      }
      const scorerId = kind === 'none' ? accountId : null
      const line = { personId: person.id, payload: { kind } }
      if (!card) {
        const methodology = methodologyOnDate(tx, today, 'selection')
        if (!methodology) throw ruleError([{ code: 'methodologyEmpty' }])
        const created = insertCard(
          tx,
          { candidacyId, methodologyVersionId: methodology.id, scorerId, conflicts: [said] },
          stampOf(call),
        )
        lockMethodology(tx, methodology.id)
        audit({ subjectId: created, ...line })
        return { id: created, version: 1 }
      }
      // Whoever was scoring and remembers a relation leaves the card, and the points that they gave.
      const leaves = kind === 'declared' && card.scorerId === accountId
      const saved = saveOrConflict(
        tx,
        () =>
          saveCard(
            tx,
            card.id,
            input.version ?? 0,
            {
              conflicts: [...declarations, said],
              ...(kind === 'none' ? { scorerId } : {}),
              ...(leaves ? { scorerId: null, answers: [] } : {}),
            },
            stampOf(call),
          ),
        () => formOf(card, { state: card.state }),
      )
      audit({ subjectId: card.id, ...line })
      return { id: card.id, version: saved }
    },
  ),

  /** The rows, finished or not. */
  save: action(
    {
      permission: 'selections.write',
      audit: 'selection.saved',
      subject: selectionRecord.subject,
      input: which.extend({ answers: selectionAnswersSchema }),
    },
    (call) => {
      const { input, tx, audit, actor } = call
      const card = existing(findCard(tx, input.id))
      demand(mayScore({ ...card, accountId: actor.accountId, declarations: card.conflicts }))
      const saved = saveOrConflict(
        tx,
        () => saveCard(tx, card.id, input.version, { answers: input.answers }, stampOf(call)),
        () => formOf(card, { answers: card.answers }),
      )
      // How many rows, never what stands in them: that goes one day with the papers.
      audit({
        subjectId: card.id,
        personId: card.personId,
        payload: { answered: answeredOf(input.answers) },
      })
      return { id: card.id, version: saved, candidacyId: card.candidacyId }
    },
  ),

  ...selectionSteps,
}

const answeredOf = (answers: readonly SelectionAnswer[]) =>
  answers.filter(({ optionId }) => optionId !== null).length
