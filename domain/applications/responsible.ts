import { can } from '#domain/accounts/permissions.ts'
import type { Role } from '#domain/accounts/roles.ts'
import { verdict, type Verdict } from '#domain/problems/schema.ts'
import { overStates, type ApplicationState } from './schema.ts'

/** A profile, as far as it matters for answering for a case. */
interface CaseWorker {
  id: string
  roles: readonly Role[]
  disabledAt: string | null
}

/** How a case changes hands; the words of its line in the history. */
export type HandOver = 'taken' | 'given' | 'released'

/** Chosen where a form asks to whom: by choice to nobody, which is not the same as nothing chosen. */
export const nobody = 'nobody'

/** Only who logs in and does the work of a case answers for one. */
export const mayAnswer = ({ roles, disabledAt }: Omit<CaseWorker, 'id'>): boolean =>
  disabledAt === null && can(roles, 'cases.take')

/**
 * Whose a new case is: of who takes it in, where that is one who leads cases; otherwise of whoever
 * was chosen, and of nobody until somebody is.
 */
export function responsibleAtFirst(
  actor: { id: string; roles: readonly Role[] },
  chosen: string | null,
): string | null {
  return chosen ?? (can(actor.roles, 'cases.take') ? actor.id : null)
}

/**
 * May this case go to them (null: to nobody)? Everybody who leads cases takes one – nobody's or a
 * colleague's – and gives away their own; another's or nobody's is given by who shares the work out.
 */
export function handOver(
  one: { state: ApplicationState; responsibleId: string | null },
  to: CaseWorker | null,
  actor: { id: string; roles: readonly Role[] },
): Verdict<{ kind: HandOver }> {
  const kind = to === null ? 'released' : to.id === actor.id ? 'taken' : 'given'
  const own = one.responsibleId === actor.id
  const result = verdict([
    overStates.some((state) => state === one.state) && { code: 'caseOver' },
    one.responsibleId === (to?.id ?? null) && {
      code: to === null ? 'caseIsNobodys' : 'caseIsTheirs',
      path: ['to'],
    },
    to !== null && !mayAnswer(to) && { code: 'cannotAnswerForCases', path: ['to'] },
    kind !== 'taken' && !own && !can(actor.roles, 'cases.assign') && { code: 'caseNotYours' },
  ])
  return result.ok ? { ok: true, kind } : result
}

/**
 * A profile that stops leading cases – it is closed, or its roles are others now – leaves none behind
 * unsaid: they go to a colleague, or by choice to nobody.
 */
export function leavingCases(
  cases: number,
  said: { to: string | null } | null,
  to: CaseWorker | undefined,
): Verdict {
  return verdict([
    cases > 0 &&
      said === null && { code: 'accountHasCases', path: ['casesTo'], params: { count: cases } },
    said !== null &&
      said.to !== null &&
      (to === undefined || !mayAnswer(to)) && { code: 'cannotAnswerForCases', path: ['casesTo'] },
  ])
}

/** „За мен“, „За екипа“, „Ничии“: the parts in which what waits is shown. */
export const waitingViews = ['mine', 'team', 'nobody'] as const
export type WaitingView = (typeof waitingViews)[number]

/**
 * Whether a thing that waits – and that this account may do – stands in a view. What belongs to no
 * case is everybody's; what waits for a right that stands above the case is of who has the right.
 */
export function waitsIn(
  view: WaitingView,
  one: { caseId: string | null; responsibleId: string | null },
  me: { id: string; byRight: boolean },
): boolean {
  switch (view) {
    case 'team':
      return true
    case 'nobody':
      return one.caseId !== null && one.responsibleId === null
    case 'mine':
      return one.caseId === null || me.byRight || one.responsibleId === me.id
  }
}

/**
 * Which view „Днес“ opens with, and the navigation counts: one's own where there is anything of it,
 * otherwise the team's. Who leads no cases has no views: theirs is what the team may do.
 */
export function firstView(roles: readonly Role[], mine: number): WaitingView {
  return can(roles, 'cases.take') && mine > 0 ? 'mine' : 'team'
}
