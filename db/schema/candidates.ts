import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { kinships, presentedAsKinds } from '#domain/applications/schema.ts'
import { candidacyHistoryKinds } from '#domain/candidates/history.ts'
import {
  candidacyStates,
  candidateDocumentTypes,
  candidateRefusals,
  educations,
  labourStatuses,
  otherContracts,
  papersOutcomes,
  positions,
  withdrawalReasons,
  type CandidateDeclarations,
  type Training,
} from '#domain/candidates/schema.ts'
import { regimeIds } from '#domain/regimes/catalogue.ts'
import { accounts } from './accounts.ts'
import { persons } from './people.ts'
import { stamps } from './stamps.ts'

/** The application of somebody who wants to be an assistant. */
export const candidacies = sqliteTable(
  'candidacies',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    state: text('state', { enum: candidacyStates }).notNull(),
    entryNumber: text('entry_number').notNull(),
    entryDate: text('entry_date').notNull(),
    /** Year of the register: numbers begin again each year. */
    entryYear: integer('entry_year').notNull(),
    /** Empty = taken in at any time. */
    campaign: text('campaign').notNull(),
    /** The campaign as it is compared. */
    campaignKey: text('campaign_key').notNull(),
    regime: text('regime', { enum: regimeIds }).notNull(),
    position: text('position', { enum: positions }),
    namedPerson: text('named_person').notNull(),
    kinship: text('kinship', { enum: kinships }),
    labourStatus: text('labour_status', { enum: labourStatuses }),
    education: text('education', { enum: educations }),
    experienceMonths: integer('experience_months'),
    trainings: text('trainings', { mode: 'json' }).$type<Training[]>().notNull(),
    otherContract: text('other_contract', { enum: otherContracts }),

    weekdays: text('weekdays', { mode: 'json' }).$type<number[]>().notNull(),
    dailyMinutes: integer('daily_minutes'),
    hasCar: text('has_car', { enum: ['yes', 'no'] }),
    climbsStairs: text('climbs_stairs', { enum: ['yes', 'no'] }),
    /** Ids of acts in the catalogue. */
    refusedActs: text('refused_acts', { mode: 'json' }).$type<string[]>().notNull(),

    declarations: text('declarations', { mode: 'json' }).$type<CandidateDeclarations>().notNull(),
    note: text('note').notNull(),

    documentsLetterDate: text('documents_letter_date'),
    documentsDueDate: text('documents_due_date'),
    refusalGround: text('refusal_ground', { enum: candidateRefusals }),
    withdrawalReason: text('withdrawal_reason', { enum: withdrawalReasons }),
    /** Date and typed reason of a refusal, a withdrawal or a closing. */
    endedOn: text('ended_on'),
    endReason: text('end_reason').notNull().default(''),
    /** Originals returned, copies destroyed (ЗЗЛД чл. 25к): what the candidate told is erased then. */
    papersGoneOn: text('papers_gone_on'),
    papersOutcome: text('papers_outcome', { enum: papersOutcomes }),
    papersNote: text('papers_note').notNull().default(''),

    receivedBy: text('received_by')
      .notNull()
      .references(() => accounts.id),
    ...stamps,
  },
  (table) => [
    uniqueIndex('candidacies_entry').on(table.entryYear, table.entryNumber),
    // One open candidacy of a person in a campaign, also when two windows save at once.
    uniqueIndex('candidacies_one_open')
      .on(table.personId, table.campaignKey)
      .where(sql`${table.state} not in ('notAdmitted', 'withdrawn', 'closed')`),
    index('candidacies_person').on(table.personId, table.entryDate),
    index('candidacies_state').on(table.state, table.entryDate),
    index('candidacies_date').on(table.entryDate),
    index('candidacies_campaign').on(table.campaignKey),
    index('candidacies_received_by').on(table.receivedBy),
    index('candidacies_updated_by').on(table.updatedBy),
  ],
)

/** Papers that the candidate brought: seen, copied or kept. */
export const candidacyDocuments = sqliteTable(
  'candidacy_documents',
  {
    id: text('id').primaryKey(),
    candidacyId: text('candidacy_id')
      .notNull()
      .references(() => candidacies.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    type: text('type', { enum: candidateDocumentTypes }).notNull(),
    presentedAs: text('presented_as', { enum: presentedAsKinds }).notNull(),
    number: text('number').notNull(),
    date: text('date'),
    note: text('note').notNull(),
    /** Who saw it and when: all that is kept of an identity card. */
    verifiedBy: text('verified_by')
      .notNull()
      .references(() => accounts.id),
    verifiedAt: text('verified_at').notNull(),
  },
  (table) => [
    uniqueIndex('candidacy_documents_place').on(table.candidacyId, table.position),
    index('candidacy_documents_verified_by').on(table.verifiedBy),
  ],
)

/** Where the candidate is ready to work, by the name of the place. */
export const candidacyVillages = sqliteTable(
  'candidacy_villages',
  {
    id: text('id').primaryKey(),
    candidacyId: text('candidacy_id')
      .notNull()
      .references(() => candidacies.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    village: text('village').notNull(),
  },
  (table) => [
    uniqueIndex('candidacy_villages_place').on(table.candidacyId, table.position),
    index('candidacy_villages_village').on(table.village),
  ],
)

/** What happened to a candidacy: lines are added, a step taken back is a line of its own. */
export const candidacyEvents = sqliteTable(
  'candidacy_events',
  {
    id: text('id').primaryKey(),
    candidacyId: text('candidacy_id')
      .notNull()
      .references(() => candidacies.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    kind: text('kind', { enum: candidacyHistoryKinds }).notNull(),
    fromState: text('from_state', { enum: candidacyStates }).notNull(),
    toState: text('to_state', { enum: candidacyStates }).notNull(),
    /** Civil date of what happened; null where it is the day of the line. */
    onDate: text('on_date'),
    /** Ground of a refusal, why somebody withdrew, what was done with the papers. */
    why: text('why', { enum: [...candidateRefusals, ...withdrawalReasons, ...papersOutcomes] }),
    reason: text('reason').notNull(),
    /** The line that this one takes back. */
    undoes: text('undoes'),
    at: text('at').notNull(),
    by: text('by')
      .notNull()
      .references(() => accounts.id),
  },
  (table) => [
    uniqueIndex('candidacy_events_place').on(table.candidacyId, table.position),
    index('candidacy_events_by').on(table.by),
  ],
)

export type CandidacyRow = typeof candidacies.$inferSelect
export type CandidacyEventRow = typeof candidacyEvents.$inferSelect
export type CandidacyDocumentRow = typeof candidacyDocuments.$inferSelect
