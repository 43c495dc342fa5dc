import { can, mayApproveWorkOf } from '#domain/accounts/permissions.ts'
import { declarationOf, isRelated, relationDoubts } from '#domain/selections/conflict.ts'
import { isOpenCard, mayScore, standingPoints, unfinished } from '#domain/selections/rules.ts'
import { formatFullName, formatInitials } from '#domain/text/format-person.ts'
import type { Db } from '#db/connection.ts'
import { getMethodology, methodologyOnDate } from '#db/queries/methodologies.ts'
import { currentPaperOf } from '#db/queries/papers.ts'
import { cardOfCandidacy, type StoredCard } from '#db/queries/selections.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { accountName, cardCase, mostPoints, wholeCard } from './facts.ts'
import { settingValue } from '../kernel/settings.ts'

/** What this account may do with the card now. */
function stepsOf(card: StoredCard | undefined, admitted: boolean, actor: Session) {
  const { accountId, roles } = actor
  const writes = can(roles, 'selections.write')
  const declarations = card?.conflicts ?? []
  const related = isRelated(declarations, accountId)
  const open = card ? isOpenCard(card) : admitted
  const scored = card?.state === 'scored' && card.candidacyState === 'admitted'
  const another = card !== undefined && card.scorerId !== accountId && !related
  const scores = writes && card !== undefined && mayScore({ ...card, accountId, declarations }).ok
  return {
    /** Whoever has not said yet how they stand to the candidate, or scores and remembers a relation. */
    declare: writes && open && !related && (!card?.scorerId || card.scorerId === accountId),
    score: scores,
    finish: scores && card.interviewCame !== 'no',
    invite: writes && card !== undefined && open,
    interviewed: writes && card !== undefined && open && card.interviewOn !== null,
    dropOut: can(roles, 'candidates.decide') && open && card?.interviewCame === 'no',
    reopen: writes && scored,
    commission: writes && scored && another,
    approve:
      scored &&
      another &&
      mayApproveWorkOf({ id: accountId, roles }, card.scorerId ?? '', 'selections.approve'),
    /** Has the right, but scored: somebody else has to. */
    approvesOwn: scored && can(roles, 'selections.approve') && card.scorerId === accountId,
  }
}

const paperOf = (db: Db, kind: 'selectionCard' | 'interviewInvitation', id: string) => {
  const paper = currentPaperOf(db, { kind, id })
  return paper ? { id: paper.id, number: paper.number, status: paper.status } : null
}

/** The card of a candidate, begun or not, with everything its page shows. */
export function selectionView(db: Db, candidacyId: string, actor: Session, today: string) {
  const { candidacy, person, age } = cardCase(db, candidacyId)
  const card = cardOfCandidacy(db, candidacyId)
  const methodology = card
    ? getMethodology(db, card.methodologyVersionId)
    : methodologyOnDate(db, today, 'selection')
  const name = formatFullName(person)
  const { id, state, entryNumber, entryDate, campaign, namedPerson } = candidacy
  return {
    candidacy: { id, state, entryNumber, entryDate, campaign, namedPerson },
    person: { id: person.id, name, initials: formatInitials(person) },
    age,
    methodology: methodology?.data ?? null,
    max: methodology ? mostPoints(methodology.data, age) : 0,
    card: card
      ? {
          id: card.id,
          version: card.version,
          state: card.state,
          answers: card.answers,
          scorer: accountName(db, card.scorerId),
          points: card.points,
          scoredOn: card.scoredOn,
          commission:
            card.commissionPoints === null
              ? null
              : {
                  points: card.commissionPoints,
                  comment: card.commissionComment,
                  by: accountName(db, card.commissionBy) ?? '',
                },
          standing: standingPoints(card),
          interview: {
            invitedOn: card.interviewInvitedOn,
            on: card.interviewOn,
            minute: card.interviewMinute,
            place: card.interviewPlace,
            came: card.interviewCame,
            note: card.interviewNote,
          },
          approvedBy: accountName(db, card.approvedBy),
          approvedOn: card.approvedOn,
          conflicts: card.conflicts.map(({ accountId, kind, text, at }) => ({
            by: accountName(db, accountId) ?? '',
            ...{ kind, text, at },
          })),
          /** What „Завърши“ still misses. */
          problems: isOpenCard(card) ? unfinished(wholeCard(db, card, today)) : [],
          paper: paperOf(db, 'selectionCard', card.id),
          invitation: paperOf(db, 'interviewInvitation', card.id),
        }
      : null,
    /** What this account declared, and what it is asked before it does. */
    own: declarationOf(card?.conflicts ?? [], actor.accountId)?.kind ?? null,
    doubts: relationDoubts(actor.displayName, { name, namedPerson }),
    commentPoints: settingValue(db, 'selectionCommentPoints', today),
    may: stepsOf(card, state === 'admitted', actor),
  }
}
