import type { Role } from './roles.ts'

export const permissions = [
  'people.read',
  'people.write',
  'people.readTelk',
  'people.readHealth',
  'people.revealId',
  'applications.read',
  'applications.write',
  'applications.decide',
  'cases.take',
  'cases.assign',
  'candidates.read',
  'candidates.write',
  'candidates.decide',
  'selections.read',
  'selections.write',
  'selections.approve',
  'assessments.read',
  'assessments.write',
  'assessments.approve',
  'methodologies.read',
  'methodologies.write',
  'plans.read',
  'plans.write',
  'plans.approve',
  'contracts.read',
  'contracts.write',
  'contracts.issue',
  'contracts.annul',
  'contracts.terminate',
  'employments.read',
  'employments.readPay',
  'employments.write',
  'employments.issue',
  'employments.end',
  'letters.write',
  'assignments.read',
  'assignments.write',
  'events.read',
  'events.write',
  'events.notes',
  'papers.read',
  'papers.print',
  'papers.markSigned',
  'projects.read',
  'projects.write',
  'audit.readPerson',
  'audit.readAll',
  'accounts.manage',
  'settings.manage',
  'texts.manage',
  'backup.make',
  'backup.restore',
  'office.read',
  'search.use',
  'drafts.own',
] as const
export type Permission = (typeof permissions)[number]

/** What everybody who logs in needs to see where they are and to lose nothing they typed. */
const everybody: Permission[] = ['office.read', 'drafts.own']

/**
 * Who may do what. A role that is not in the list of a permission may not.
 * - administrator keeps the house and opens no dossier, so no search either
 * - socialWorker prepares; approving, issuing and ending is the head's
 * - clerk sees no health and no scores; accountant no health and no assessments
 * - `cases.take` is leading cases: answering for one, taking one over, giving one's own away. Sharing
 *   the cases of others and nobody's out (`cases.assign`) is the head's
 * - `people.readTelk` is what the application form itself carries of a ТЕЛК decision: number, issuer,
 *   dates, percent, чужда помощ. The clerk types it in from that form and sees it; diagnosis and
 *   МКБ-10 are health (`people.readHealth`), as are talks that a colleague wrote down
 * - `papers.print` opens the paper itself, on which whole numbers and the doctor stand: only for who
 *   may see those. The others read in the list that there is one, and where it is
 * - `employments.readPay`: who types contracts of assistants and staff, who pays them, and the head.
 *   The others see who works how long, not for how much, and open no paper on which the pay stands
 * - `assignments.write`: who leads a case or the work of assistants chooses with the person who helps
 * - `events.notes`: what was said in psychological support is read by who wrote it; of others' the head
 *   alone reads, who answers for the service
 * - head does all but manage accounts: passwords and keys stay with the administrator
 */
const table: Record<Role, readonly Permission[]> = {
  administrator: [
    ...everybody,
    'accounts.manage',
    'settings.manage',
    'texts.manage',
    'methodologies.read',
    'projects.read',
    'projects.write',
    'audit.readAll',
    'backup.make',
    'backup.restore',
  ],
  head: permissions.filter((p) => p !== 'accounts.manage'),
  socialWorker: [
    ...everybody,
    'search.use',
    'people.read',
    'people.write',
    'people.readTelk',
    'people.readHealth',
    'people.revealId',
    'applications.read',
    'applications.write',
    'cases.take',
    'candidates.read',
    'candidates.write',
    'selections.read',
    'selections.write',
    'assessments.read',
    'assessments.write',
    'methodologies.read',
    'plans.read',
    'plans.write',
    'contracts.read',
    'contracts.write',
    'employments.read',
    'letters.write',
    'assignments.read',
    'assignments.write',
    'events.read',
    'events.write',
    'papers.read',
    'papers.print',
    'papers.markSigned',
  ],
  coordinator: [
    ...everybody,
    'search.use',
    'people.read',
    'candidates.read',
    'selections.read',
    'plans.read',
    'contracts.read',
    'employments.read',
    'assignments.read',
    'assignments.write',
    'events.read',
    'events.write',
    'papers.read',
  ],
  clerk: [
    ...everybody,
    'search.use',
    'people.read',
    'people.write',
    'people.readTelk',
    'people.revealId',
    'applications.read',
    'applications.write',
    'candidates.read',
    'candidates.write',
    'contracts.read',
    'employments.read',
    'employments.readPay',
    'employments.write',
    'letters.write',
    'assignments.read',
    'events.read',
    'events.write',
    'papers.read',
    'papers.print',
    'papers.markSigned',
    'backup.make',
  ],
  accountant: [
    ...everybody,
    'search.use',
    'people.read',
    'contracts.read',
    'employments.read',
    'employments.readPay',
    'assignments.read',
    'papers.read',
  ],
}

const sets = new Map<string, ReadonlySet<Permission>>(
  Object.entries(table).map(([role, list]) => [role, new Set(list)]),
)

/** True when one of the roles of the account gives the permission. An unknown role gives nothing. */
export function can(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => sets.get(role)?.has(permission) === true)
}

/** All permissions of a set of roles, for the screen to show only what may be opened. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return permissions.filter((p) => can(roles, p))
}

/**
 * Two pairs of eyes: who prepared an assessment, a plan or a card of selection does not approve it, whatever the roles.
 */
export function mayApproveWorkOf(
  actor: { id: string; roles: readonly Role[] },
  preparedBy: string,
  permission: 'assessments.approve' | 'plans.approve' | 'selections.approve',
): boolean {
  return can(actor.roles, permission) && actor.id !== preparedBy
}
