import { appliesAtAge, itemMax } from '#domain/methodologies/score.ts'
import type { CardFacts, CardRowFacts, InvitationFacts } from '#domain/selections/facts.ts'
import type { Db } from '#db/connection.ts'
import { findAccount } from '#db/queries/accounts.ts'
import { getMethodology } from '#db/queries/methodologies.ts'
import type { StoredCard } from '#db/queries/selections.ts'
import { buildInvitation, buildSelectionCard } from '#papers/selections/builder.ts'
import { accountName, cardCase, mostPoints } from './facts.ts'
import type { PaperToFreeze } from '../kernel/freezing.ts'
import { factsOf, placeOf, providerFacts } from '../kernel/parties.ts'

/** What both papers say of office, candidate and application. */
function sharedFacts(db: Db, card: StoredCard, number: string, date: string) {
  const { candidacy, person } = cardCase(db, card.candidacyId)
  const { entryNumber, entryDate, campaign } = candidacy
  return {
    provider: providerFacts(db, { chiefAccountant: false }),
    person: factsOf(db, person),
    ...{ entryNumber, entryDate, campaign, number, date },
  }
}

/** The letter with day, hour and place. */
export function invitationPaper(
  db: Db,
  card: StoredCard,
  interview: InvitationFacts['interview'],
  { number, date }: { number: string; date: string },
): PaperToFreeze {
  const facts = sharedFacts(db, card, number, date)
  const { data, documentDate, ...kept } = buildInvitation({ ...facts, interview })
  return { request: { layout: 'selection', data, documentDate }, ...kept }
}

/** Who is about to approve the card, and when. */
interface CardApproval {
  number: string
  approverId: string
  date: string
}

function cardFacts(db: Db, card: StoredCard, approval: CardApproval): CardFacts {
  const { age } = cardCase(db, card.candidacyId)
  const methodology = getMethodology(db, card.methodologyVersionId).data
  const given = new Map(card.answers.map((answer) => [answer.itemId, answer]))
  const rows = methodology.groups.flatMap((group) =>
    group.items
      .filter((item) => appliesAtAge(item, age))
      .map((item): CardRowFacts => {
        const answer = given.get(item.id)
        const option = item.options.find(({ id }) => id === answer?.optionId)
        return {
          text: item.text,
          answer: option?.text ?? null,
          points: option?.points ?? null,
          max: itemMax(item),
          reason: answer?.reason ?? '',
        }
      }),
  )
  const { name, version, validFrom } = methodology
  const { interviewOn, interviewCame, scoredOn, points } = card
  const { commissionPoints, commissionComment } = card
  return {
    ...sharedFacts(db, card, approval.number, approval.date),
    methodology: { name, version, validFrom },
    rows,
    interviewOn: interviewCame === 'yes' ? interviewOn : null,
    points: points ?? 0,
    max: mostPoints(methodology, age),
    scoredOn,
    commission:
      commissionPoints === null
        ? null
        : {
            points: commissionPoints,
            comment: commissionComment,
            by: accountName(db, card.commissionBy) ?? '',
          },
    scorer: signer(db, card.scorerId),
    approver: signer(db, approval.approverId),
    place: placeOf(db, approval.date),
  }
}

function signer(db: Db, accountId: string | null) {
  const account = accountId === null ? undefined : findAccount(db, accountId)
  return { name: account?.displayName ?? '', position: account?.position ?? '' }
}

export function cardPaper(db: Db, card: StoredCard, approval: CardApproval): PaperToFreeze {
  const { data, documentDate, ...kept } = buildSelectionCard(cardFacts(db, card, approval))
  return { request: { layout: 'selection', data, documentDate }, ...kept }
}
