import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { interviewOutcomes } from '#domain/selections/schema.ts'
import {
  commissionVerdict,
  finishCard,
  interviewVerdict,
  mayApproveCard,
  mayInvite,
  mayReopen,
  mayScore,
} from '#domain/selections/rules.ts'
import { textField } from '#domain/text/fields.ts'
import { minReasonLength, mostPoints, wholeCard } from './facts.ts'
import { candidacyFollows, selectionRecord } from './moves.ts'
import { cardPapers, invitationPapers } from './paper-kinds.ts'
import { cardPaper, invitationPaper } from './papers.ts'
import { demand, ruleError } from '../kernel/faults.ts'
import { frozenStep } from '../kernel/freezing.ts'
import { reason, shortReason, which } from '../kernel/ids.ts'
import { settingValue } from '../kernel/settings.ts'

const place = textField(200).min(1, 'required')

/** What happens to a card beside its rows. */
export const selectionSteps = {
  /** „Покани на събеседване“: the letter is frozen with its number; a later one follows it. */
  invite: frozenStep(
    invitationPapers,
    selectionRecord,
    {
      audit: 'selection.invited',
      input: which.extend({ on: civilDateSchema, minute: z.int().min(0).max(1439), place }),
    },
    ({ record, db, input: { on, minute, place: where }, today }) => {
      demand(mayInvite(record, on, today))
      const interview = { on, minute, place: where }
      return {
        date: today,
        build: (number) => invitationPaper(db, record, interview, { number, date: today }),
        frozen: ({ number }) => ({
          changes: {
            interviewInvitedOn: today,
            interviewOn: on,
            interviewMinute: minute,
            interviewPlace: where,
            interviewCame: null,
            interviewNote: '',
          },
          payload: { number, on },
        }),
      }
    },
  ),

  /** Came or did not; written again where it was written wrong. */
  interviewed: selectionRecord.step(
    {
      permission: 'selections.write',
      audit: 'selection.interviewed',
      input: which.extend({
        came: z.enum(interviewOutcomes, 'required'),
        note: shortReason.default(''),
      }),
    },
    ({ record, input: { came, note }, today }) => {
      demand(interviewVerdict(record, today))
      return { changes: { interviewCame: came, interviewNote: note }, payload: { came } }
    },
  ),

  /** Who did not come is out; it is a refusal, with its ground and reasons. */
  dropOut: selectionRecord.step(
    {
      permission: 'candidates.decide',
      audit: 'selection.droppedOut',
      input: which.extend({ reason }),
    },
    (call) => {
      const { record, input, today } = call
      if (record.state !== 'draft' || record.interviewCame !== 'no')
        throw ruleError([{ code: 'interviewNotMissed' }])
      const follow = candidacyFollows(call, record, {
        kind: 'refuse',
        ground: 'interviewMissed',
        date: today,
        reason: input.reason,
      })
      return { changes: {}, payload: { on: record.interviewOn }, follow }
    },
  ),

  /** „Завърши“: judged whole, the points frozen. */
  finish: selectionRecord.step(
    { permission: 'selections.write', audit: 'selection.finished', input: which },
    ({ record, tx, actor, today }) => {
      demand(mayScore({ ...record, accountId: actor.accountId, declarations: record.conflicts }))
      const finished = finishCard(wholeCard(tx, record, today))
      demand(finished)
      return {
        changes: { state: 'scored', points: finished.points, scoredOn: today },
        payload: { points: finished.points },
      }
    },
  ),

  /** Back to the rows, before anybody approved; the commission's points go with those they stood beside. */
  reopen: selectionRecord.step(
    {
      permission: 'selections.write',
      audit: 'selection.reopened',
      input: which.extend({ reason: shortReason }),
    },
    ({ record, input, tx, today }) => {
      demand(
        mayReopen({ ...record, reason: input.reason, minReasonLength: minReasonLength(tx, today) }),
      )
      return {
        changes: {
          state: 'draft',
          points: null,
          scoredOn: null,
          commissionPoints: null,
          commissionComment: '',
          commissionBy: null,
        },
        payload: { reason: input.reason },
      }
    },
  ),

  /** The commission's points beside those of who scored, by another account. */
  commission: selectionRecord.step(
    {
      permission: 'selections.write',
      audit: 'selection.commissionScored',
      input: which.extend({
        points: z.int('wholeNumber').min(0, 'tooSmall').max(1_000_000, 'tooBig'),
        comment: shortReason.default(''),
      }),
    },
    ({ record, input: { points, comment }, tx, actor, today }) => {
      const { methodology, age, minReasonLength: min } = wholeCard(tx, record, today)
      demand(
        commissionVerdict({
          ...record,
          accountId: actor.accountId,
          declarations: record.conflicts,
          own: record.points ?? 0,
          max: mostPoints(methodology, age),
          points,
          comment,
          allowed: settingValue(tx, 'selectionCommentPoints', today),
          minReasonLength: min,
        }),
      )
      return {
        changes: {
          commissionPoints: points,
          commissionComment: comment,
          commissionBy: actor.accountId,
        },
        payload: { points, own: record.points },
      }
    },
  ),

  /** The head approves: the card is frozen on paper and the candidate enters the pool. */
  approve: frozenStep(
    cardPapers,
    selectionRecord,
    { audit: 'selection.approved', input: which },
    ({ record, db, actor, today }) => {
      const { accountId } = actor
      demand(mayApproveCard({ ...record, accountId, declarations: record.conflicts }))
      return {
        date: today,
        build: (number) => cardPaper(db, record, { number, approverId: accountId, date: today }),
        frozen: ({ number }, call) => ({
          changes: { state: 'approved' as const, approvedBy: accountId, approvedOn: today },
          payload: { number, points: record.points, commissionPoints: record.commissionPoints },
          follow: candidacyFollows(call, record, { kind: 'enterPool', date: today }),
        }),
      }
    },
  ),
}
