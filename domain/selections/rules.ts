import type { CandidacyState } from '#domain/candidates/schema.ts'
import type { Methodology } from '#domain/methodologies/schema.ts'
import { appliesAtAge, countPoints } from '#domain/methodologies/score.ts'
import { verdict, type Problem, type Verdict } from '#domain/problems/schema.ts'
import { isReason, reasonProblem } from '#domain/text/reason.ts'
import { declarationOf, isRelated } from './conflict.ts'
import type {
  ConflictDeclaration,
  InterviewOutcome,
  SelectionAnswer,
  SelectionState,
} from './schema.ts'

/** A card is written while its candidate waits for the selection. */
export function isOpenCard(card: { state: SelectionState; candidacyState: CandidacyState }) {
  return card.state === 'draft' && card.candidacyState === 'admitted'
}

/** A step of a card that is past, or whose candidate is out. */
export const cardClosed: Problem = { code: 'selectionClosed' }

/** May this account write points into the card? Nobody scores before saying how they stand to the candidate. */
export function mayScore(card: {
  state: SelectionState
  candidacyState: CandidacyState
  scorerId: string | null
  accountId: string
  declarations: readonly ConflictDeclaration[]
}): Verdict {
  const { accountId, scorerId, declarations } = card
  if (!isOpenCard(card)) return { ok: false, problems: [cardClosed] }
  if (isRelated(declarations, accountId))
    return { ok: false, problems: [{ code: 'scorerRelated' }] }
  if (declarationOf(declarations, accountId) === undefined)
    return { ok: false, problems: [{ code: 'conflictNotDeclared' }] }
  return verdict([scorerId !== accountId && { code: 'scorerIsAnother' }])
}

interface Card {
  methodology: Methodology
  answers: readonly SelectionAnswer[]
  /** Completed years on the day of the application. */
  age: number
  minReasonLength: number
  interview: { on: string | null; came: InterviewOutcome | null }
}

/** What „Завърши“ still misses, in the order of the card; empty = it is whole. */
export function unfinished(card: Card): Problem[] {
  const { methodology, age, interview, minReasonLength: min } = card
  const given = new Map(card.answers.map((answer) => [answer.itemId, answer]))
  const problems: Problem[] = []
  for (const item of methodology.groups.flatMap((group) => group.items)) {
    if (!appliesAtAge(item, age)) continue
    const { optionId = null, reason = '' } = given.get(item.id) ?? {}
    const path = ['answers', item.id]
    if (optionId === null)
      problems.push({ code: 'answerMissing', path, params: { item: item.text } })
    else if (item.reason === 'always' && !isReason(reason, min))
      problems.push({
        code: reason === '' ? 'answerReasonMissing' : 'reasonTooShort',
        path: [...path, 'reason'],
        params: { item: item.text, min },
      })
  }
  if (interview.came === 'no') problems.push({ code: 'interviewMissed' })
  else if (interview.on !== null && interview.came === null)
    problems.push({ code: 'interviewOpen', params: { interviewDate: interview.on } })
  return problems
}

/** „Завърши“: the points of a whole card, or what is missing. */
export function finishCard(card: Card): Verdict<{ points: number }> {
  const problems = unfinished(card)
  if (problems.length > 0) return { ok: false, problems }
  const counted = countPoints(card.methodology, card.answers, card.age)
  return counted.ok ? { ok: true, points: counted.count.total } : counted
}

/** May the commission's points stand beside those of the card? Another account, and a comment where they part. */
export function commissionVerdict(asked: {
  state: SelectionState
  scorerId: string | null
  accountId: string
  declarations: readonly ConflictDeclaration[]
  /** Of the card, and the most that it can give. */
  own: number
  max: number
  points: number
  comment: string
  /** How far they may part without a comment. */
  allowed: number
  minReasonLength: number
}): Verdict {
  const { accountId, own, max, points, allowed } = asked
  return verdict([
    asked.state !== 'scored' && cardClosed,
    asked.scorerId === accountId && { code: 'commissionIsScorer' },
    isRelated(asked.declarations, accountId) && { code: 'scorerRelated' },
    points > max && { code: 'pointsOverCard', path: ['points'], params: { max } },
    Math.abs(points - own) > allowed &&
      !isReason(asked.comment, asked.minReasonLength) && {
        code: 'commissionCommentMissing',
        path: ['comment'],
        params: { own, allowed, min: asked.minReasonLength },
      },
  ])
}

/** Two pairs of eyes: whoever scored does not approve, nor does a relative. */
export function mayApproveCard(card: {
  state: SelectionState
  candidacyState: CandidacyState
  scorerId: string | null
  accountId: string
  declarations: readonly ConflictDeclaration[]
}): Verdict {
  return verdict([
    (card.state !== 'scored' || card.candidacyState !== 'admitted') && cardClosed,
    card.scorerId === card.accountId && { code: 'approverScored' },
    isRelated(card.declarations, card.accountId) && { code: 'scorerRelated' },
  ])
}

/** A finished card goes back to its rows until it is approved, and says why. */
export function mayReopen(card: {
  state: SelectionState
  candidacyState: CandidacyState
  reason: string
  minReasonLength: number
}): Verdict {
  return verdict([
    (card.state !== 'scored' || card.candidacyState !== 'admitted') && cardClosed,
    reasonProblem(card.reason, card.minReasonLength),
  ])
}

/** A candidate is invited for a day that is still to come, or for today. */
export function mayInvite(
  card: { state: SelectionState; candidacyState: CandidacyState },
  on: string,
  today: string,
): Verdict {
  return verdict([
    !isOpenCard(card) && cardClosed,
    on < today && { code: 'interviewInPast', path: ['on'], params: { todayDate: today } },
  ])
}

/** Whether somebody came is known on the day itself and later; corrected while nothing rests on it. */
export function interviewVerdict(
  card: { state: SelectionState; candidacyState: CandidacyState; interviewOn: string | null },
  today: string,
): Verdict {
  const { interviewOn } = card
  return verdict([
    !isOpenCard(card) && cardClosed,
    interviewOn === null && { code: 'interviewNotInvited' },
    interviewOn !== null &&
      interviewOn > today && { code: 'interviewToCome', params: { interviewDate: interviewOn } },
  ])
}

/** Points by which the candidates stand: the commission's where it gave any, else those of the card. */
export const standingPoints = (card: {
  points: number | null
  commissionPoints: number | null
}): number | null => card.commissionPoints ?? card.points
