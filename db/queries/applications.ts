import { asc, desc, eq } from 'drizzle-orm'
import type { Db, Tx } from '#db/connection.ts'
import { RowMissing } from '#db/errors.ts'
import { newId } from '#db/ids.ts'
import { keptInsert, keptRow, keptRows } from '#db/kept.ts'
import { inputOf, madeBy, saveByVersion, type ChangesOf, type Stamp } from '#db/kept-record.ts'
import {
  applicationDocuments,
  applicationOtherServices,
  applications,
} from '#db/schema/applications.ts'
import type {
  ApplicationDocumentRow,
  ApplicationOtherServiceRow,
  ApplicationRow,
} from '#db/schema/applications.ts'
import type { ExistingApplication } from '#domain/applications/rules.ts'
import type { HandOver } from '#domain/applications/responsible.ts'
import {
  applicationInputSchema,
  type ApplicationInput,
  type ApplicationState,
} from '#domain/applications/schema.ts'
import { eventBetween } from '#domain/applications/states.ts'
import { normalRegistryNumber } from '#domain/text/registry-number.ts'
import { addEvent, type EventDetail } from './application-events.ts'
import { shownStateOf } from './application-state.ts'

export interface StoredApplication extends ApplicationRow {
  documents: ApplicationDocumentRow[]
  otherServices: ApplicationOtherServiceRow[]
}

/** Throws UniqueViolation: the entry number of the year, or a second open application. */
export function insertApplication(
  tx: Tx,
  input: ApplicationInput,
  state: ApplicationState,
  stamp: Stamp,
  id = newId(),
  own: Pick<ApplicationChanges, 'documentsDueDate' | 'responsibleId'> = {},
): string {
  tx.insert(applications)
    .values({
      ...ownColumns(input),
      ...own,
      id,
      state,
      receivedBy: stamp.by,
      ...madeBy(stamp),
    })
    .run()
  writeParts(tx, id, input, stamp)
  if (state !== 'draft')
    addEvent(
      tx,
      id,
      {
        kind: 'register',
        fromState: 'draft',
        toState: state,
        responsibleId: own.responsibleId ?? null,
      },
      stamp,
    )
  return id
}

/** Saves the form; returns the new version. Throws StaleVersion, RowMissing, UniqueViolation. */
export function updateApplication(
  tx: Tx,
  id: string,
  version: number,
  input: ApplicationInput,
  stamp: Stamp,
  own: Pick<ApplicationChanges, 'state' | 'documentsDueDate' | 'documentsLetterDate'> = {},
): number {
  const changes = { ...ownColumns(input), ...own }
  const next = setApplication(tx, id, version, changes, stamp, { kind: 'corrected' })
  writeParts(tx, id, input, stamp)
  return next
}

export type ApplicationChanges = ChangesOf<typeof applications>

const saveApplication = saveByVersion(applications)

/**
 * A step of the procedure; returns the new version. A changed state leaves a line in the history.
 * Throws StaleVersion, RowMissing.
 */
export function setApplication(
  tx: Tx,
  id: string,
  version: number,
  changes: ApplicationChanges,
  stamp: Stamp,
  detail: EventDetail = {},
): number {
  const before = findApplicationRow(tx, id)
  const next = saveApplication(tx, id, version, changes, stamp)
  const { state } = changes
  // A second letter, or taking one back, leaves the state as it is and is a step all the same.
  const steps = detail.kind === 'askForDocuments' || detail.kind === 'undo'
  if (before && state !== undefined && (state !== before.state || steps)) {
    const kind = detail.kind ?? eventBetween(before.state, state) ?? 'corrected'
    addEvent(tx, id, { ...detail, kind, fromState: before.state, toState: state }, stamp)
  }
  return next
}

/**
 * The case goes to another, or to nobody; where it stands stays. Returns the new version. Throws
 * StaleVersion, RowMissing.
 */
export function setResponsible(
  tx: Tx,
  id: string,
  version: number,
  to: { kind: HandOver; responsibleId: string | null; note: string },
  stamp: Stamp,
): number {
  const { kind, responsibleId, note } = to
  const next = saveApplication(tx, id, version, { responsibleId }, stamp)
  const state = findApplicationRow(tx, id)?.state ?? 'draft'
  const line = { kind, fromState: state, toState: state, reason: note, responsibleId }
  addEvent(tx, id, line, stamp)
  return next
}

function ownColumns(input: ApplicationInput) {
  const { documents, otherServices, ...own } = input
  return { ...own, entryYear: Number(input.entryDate.slice(0, 4)) }
}

const insertDocument = keptInsert(applicationDocuments)

/** Rows are written anew; who saw a paper first stays with it as long as the paper is the same. */
function writeParts(tx: Tx, id: string, input: ApplicationInput, stamp: Stamp): void {
  const seen = new Map(
    documentsOf(tx, id).map((row) => [`${row.type}/${row.presentedAs}/${row.number}`, row]),
  )
  tx.delete(applicationDocuments).where(eq(applicationDocuments.applicationId, id)).run()
  input.documents.forEach((document, position) => {
    const before = seen.get(`${document.type}/${document.presentedAs}/${document.number}`)
    insertDocument(tx, {
      id: newId(),
      applicationId: id,
      position,
      ...document,
      verifiedBy: before?.verifiedBy ?? stamp.by,
      verifiedAt: before?.verifiedAt ?? stamp.at,
    })
  })
  tx.delete(applicationOtherServices).where(eq(applicationOtherServices.applicationId, id)).run()
  input.otherServices.forEach((service, position) => {
    tx.insert(applicationOtherServices)
      .values({ id: newId(), applicationId: id, position, ...service })
      .run()
  })
}

const documentsOf = keptRows(
  applicationDocuments,
  applicationDocuments.applicationId,
  asc(applicationDocuments.position),
)
const otherServicesOf = keptRows(
  applicationOtherServices,
  applicationOtherServices.applicationId,
  asc(applicationOtherServices.position),
)

export const findApplicationRow: (db: Db, id: string) => ApplicationRow | undefined =
  keptRow(applications)

/** The application with its papers and other services. Throws RowMissing. */
export function getApplication(db: Db, id: string): StoredApplication {
  const row = findApplicationRow(db, id)
  if (!row) throw new RowMissing('applications', id)
  return {
    ...row,
    documents: documentsOf(db, id),
    otherServices: otherServicesOf(db, id),
  }
}

/** The stored application as the form holds it. */
export const applicationInputOf = (stored: StoredApplication): ApplicationInput =>
  inputOf(stored, applicationInputSchema)

/** Applications of a person, newest first. */
export function applicationsOfPerson(db: Db, personId: string): ApplicationRow[] {
  return db
    .select()
    .from(applications)
    .where(eq(applications.personId, personId))
    .orderBy(desc(applications.entryDate), desc(applications.id))
    .all()
}

/** What `savingProblems` compares with: the person's applications and the same number of the year. */
export function existingApplications(
  db: Db,
  candidate: { personId: string; entryNumber: string; entryDate: string },
  date: string,
): ExistingApplication[] {
  const columns = {
    id: applications.id,
    personId: applications.personId,
    service: applications.service,
    state: applications.state,
    entryNumber: applications.entryNumber,
    entryDate: applications.entryDate,
  }
  const ofPerson = db
    .select(columns)
    .from(applications)
    .where(eq(applications.personId, candidate.personId))
    .all()
  const number = normalRegistryNumber(candidate.entryNumber)
  const ofNumber = db
    .select(columns)
    .from(applications)
    .where(eq(applications.entryYear, Number(candidate.entryDate.slice(0, 4))))
    .all()
    // Numbers taken in before they had one form are compared by it too.
    .filter((row) => normalRegistryNumber(row.entryNumber) === number)
  const all = [...ofPerson, ...ofNumber.filter((row) => ofPerson.every((own) => own.id !== row.id))]
  return all.map((row) => ({ ...row, state: shownStateOf(db, row, date) }))
}
