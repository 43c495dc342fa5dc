/** What the journal can be narrowed to: the kinds of what was done. */
export const journalKinds = [
  'view',
  'change',
  'print',
  'export',
  'login',
  'archive',
  'settings',
] as const
export type JournalKind = (typeof journalKinds)[number]

/**
 * Every action that is written into the audit chain, and its kind. An action that is not here is in
 * no filter and has no sentence: a test compares the list with what the program writes.
 */
const kinds = {
  'dossier.opened': 'view',
  'dossier.openedForEditing': 'view',
  'dossier.paperShown': 'view',
  'dossier.viewersRead': 'view',
  'person.idRevealed': 'view',
  'application.opened': 'view',
  'candidacy.opened': 'view',
  'selection.opened': 'view',
  'assessment.opened': 'view',
  'assessment.openedForEditing': 'view',
  'assessment.shown': 'view',
  'plan.opened': 'view',
  'event.opened': 'view',
  'event.notesOpened': 'view',
  'list.opened': 'view',
  'journal.read': 'view',

  'person.created': 'change',
  'person.changed': 'change',
  'person.keptApart': 'change',
  'person.apartUndone': 'change',
  'person.representativeSaved': 'change',
  'person.telkSaved': 'change',
  'person.noteAdded': 'change',
  'application.registered': 'change',
  'application.corrected': 'change',
  'application.step': 'change',
  'application.decided': 'change',
  'application.stepUndone': 'change',
  'application.preliminaryRecorded': 'change',
  'application.taken': 'change',
  'application.given': 'change',
  'candidacy.registered': 'change',
  'candidacy.corrected': 'change',
  'candidacy.step': 'change',
  'candidacy.decided': 'change',
  'candidacy.stepUndone': 'change',
  'candidacy.papersGone': 'change',
  'selection.declared': 'change',
  'selection.saved': 'change',
  'selection.invited': 'change',
  'selection.interviewed': 'change',
  'selection.droppedOut': 'change',
  'selection.finished': 'change',
  'selection.reopened': 'change',
  'selection.commissionScored': 'change',
  'selection.approved': 'change',
  'assessment.saved': 'change',
  'assessment.finished': 'change',
  'assessment.discarded': 'change',
  'assessment.sentBack': 'change',
  'assessment.approved': 'change',
  'assessment.versionBegun': 'change',
  'plan.created': 'change',
  'plan.changed': 'change',
  'plan.prepared': 'change',
  'plan.sentBack': 'change',
  'plan.approved': 'change',
  'plan.signed': 'change',
  'plan.versionMade': 'change',
  'plan.reviewed': 'change',
  'contract.drafted': 'change',
  'contract.draftDeleted': 'change',
  'contract.issued': 'change',
  'contract.sentOut': 'change',
  'contract.signed': 'change',
  'contract.terminated': 'change',
  'contract.annulled': 'change',
  'employment.drafted': 'change',
  'employment.draftDeleted': 'change',
  'employment.issued': 'change',
  'employment.sentOut': 'change',
  'employment.signed': 'change',
  'employment.suspended': 'change',
  'employment.resumed': 'change',
  'employment.ended': 'change',
  'employment.annulled': 'change',
  'employment.noticeSent': 'change',
  'employment.annexDrafted': 'change',
  'employment.annexDeleted': 'change',
  'employment.annexIssued': 'change',
  'employment.annexSigned': 'change',
  'employment.annexAnnulled': 'change',
  'letter.issued': 'change',
  'assistantChoice.recorded': 'change',
  'assistantChoice.removed': 'change',
  'assistantChoice.issued': 'change',
  'assignment.made': 'change',
  'assignment.ended': 'change',
  'assignment.changed': 'change',
  'assignment.voided': 'change',
  'homeKey.given': 'change',
  'homeKey.returned': 'change',
  'event.saved': 'change',
  'event.joined': 'change',
  'event.left': 'change',
  'event.presence': 'change',
  'event.held': 'change',
  'event.findings': 'change',
  'event.cancelled': 'change',
  'event.certified': 'change',
  'event.certificateAnnulled': 'change',
  'event.noteSaved': 'change',
  'event.exempted': 'change',
  'event.exemptionRemoved': 'change',
  'event.mentored': 'change',
  'paper.moved': 'change',
  'paper.signed': 'change',

  'employment.noticePrinted': 'print',
  'employment.sheetPrinted': 'print',
  'event.presencePrinted': 'print',
  'paper.printed': 'print',
  'recovery.issued': 'print',
  'list.printed': 'print',

  'journal.exported': 'export',
  'list.exported': 'export',

  'session.started': 'login',
  'session.unlocked': 'login',
  'session.locked': 'login',
  'session.lockedIdle': 'login',
  'session.ended': 'login',
  'session.closed': 'login',
  'session.lost': 'login',
  'session.refused': 'login',
  'keyring.slotRefused': 'login',
  'recovery.used': 'login',

  'backup.made': 'archive',
  'backup.verified': 'archive',
  'backup.mediumRenamed': 'archive',
  'copy.tried': 'archive',
  'office.restored': 'archive',
  'registers.confirmed': 'archive',
  'key.changed': 'archive',
  'aside.removed': 'archive',
  'office.verified': 'archive',
  'journal.verified': 'archive',
  'journal.shredded': 'archive',

  'office.setUp': 'settings',
  'office.changed': 'settings',
  'setting.changed': 'settings',
  'day.saved': 'settings',
  'day.removed': 'settings',
  'account.created': 'settings',
  'account.changed': 'settings',
  'account.passwordChanged': 'settings',
  'account.passwordReset': 'settings',
  'recovery.confirmed': 'settings',
  'methodology.created': 'settings',
  'methodology.changed': 'settings',
  'catalogue.saved': 'settings',
  'project.saved': 'settings',
  'project.removed': 'settings',
} as const satisfies Record<string, JournalKind>

export type AuditAction = keyof typeof kinds

export const auditActions = Object.keys(kinds) as AuditAction[]

export function isAuditAction(action: string): action is AuditAction {
  return Object.hasOwn(kinds, action)
}

/** The kind of an action; `change` for one that only a newer program knows. */
export function kindOfAction(action: string): JournalKind {
  return isAuditAction(action) ? kinds[action] : 'change'
}

export function actionsOfKind(kind: JournalKind): AuditAction[] {
  return auditActions.filter((action) => kinds[action] === kind)
}

/** Looking at the journal or at who looked shows nothing of the dossier itself. */
const aboutTheJournal: readonly AuditAction[] = ['journal.read', 'dossier.viewersRead']

/** What counts as having seen something of a person: „Кой е виждал това“. */
export const seeingActions: readonly AuditAction[] = actionsOfKind('view').filter(
  (action) => !aboutTheJournal.includes(action),
)

/**
 * Whose words are kept for the shorter term: looking and logging in describe the staff at work;
 * everything else is part of how a decision or a paper came about.
 */
export const shortLivedActions: readonly AuditAction[] = [
  ...actionsOfKind('view'),
  ...actionsOfKind('login'),
]
