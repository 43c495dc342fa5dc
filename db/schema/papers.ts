import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
  type AnySQLiteColumn,
} from 'drizzle-orm/sqlite-core'
import { signingModes } from '#domain/papers/parties.ts'
import { filedPaperKinds, paperStatuses } from '#domain/papers/schema.ts'
import { accounts } from './accounts.ts'
import { files } from './files.ts'
import { persons } from './people.ts'
import { registryNumbers } from './registry-numbers.ts'

/**
 * Frozen papers: the PDF lies in the file store, this row says what it is and where the paper one
 * is. What was frozen (file, number, text version, data hash) never changes; a wrong paper is
 * annulled and replaced by another row.
 */
export const papers = sqliteTable(
  'papers',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: filedPaperKinds }).notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    /** The record it was made from: a contract, a plan, an assessment. */
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    registryNumberId: text('registry_number_id')
      .notNull()
      .references(() => registryNumbers.id),
    /** As they stand on the paper. */
    number: text('number').notNull(),
    paperDate: text('paper_date').notNull(),
    fileId: text('file_id')
      .notNull()
      .references(() => files.id),
    pages: integer('pages').notNull(),
    /** `contract-assistant-support/1` */
    textVersion: text('text_version').notNull(),
    /** SHA-256 of the facts it was made from. */
    dataHash: text('data_hash').notNull(),
    issuedAt: text('issued_at').notNull(),
    issuedBy: text('issued_by')
      .notNull()
      .references(() => accounts.id),

    status: text('status', { enum: paperStatuses }).notNull().default('forPrint'),
    version: integer('version').notNull().default(1),
    /** First printing; a reprint says „копие на отпечатаното на …“. */
    printedAt: text('printed_at'),
    printedBy: text('printed_by').references(() => accounts.id),
    printCount: integer('print_count').notNull().default(0),
    /** Civil date under the person's signature. */
    signedOn: text('signed_on'),
    signedMode: text('signed_mode', { enum: signingModes }),
    signedRecordedAt: text('signed_recorded_at'),
    signedRecordedBy: text('signed_recorded_by').references(() => accounts.id),
    annulledAt: text('annulled_at'),
    annulledBy: text('annulled_by').references(() => accounts.id),
    annulReason: text('annul_reason'),
    replacedBy: text('replaced_by').references((): AnySQLiteColumn => papers.id),
  },
  (table) => [
    uniqueIndex('papers_registry_number').on(table.registryNumberId),
    index('papers_person').on(table.personId),
    index('papers_subject').on(table.subjectKind, table.subjectId),
    index('papers_list').on(table.kind, table.status, table.paperDate),
    index('papers_date').on(table.paperDate),
    index('papers_number').on(table.number),
    index('papers_file').on(table.fileId),
    index('papers_issued_by').on(table.issuedBy),
    index('papers_printed_by').on(table.printedBy),
    index('papers_signed_recorded_by').on(table.signedRecordedBy),
    index('papers_annulled_by').on(table.annulledBy),
    index('papers_replaced_by').on(table.replacedBy),
    check(
      'papers_annulled_with_reason',
      sql`${table.status} <> 'annulled' or (${table.annulledAt} is not null and ${table.annulReason} is not null)`,
    ),
    check(
      'papers_signed_with_date',
      sql`${table.status} <> 'signedBack' or (${table.signedOn} is not null and ${table.signedMode} is not null)`,
    ),
  ],
)

export type PaperRow = typeof papers.$inferSelect
export type NewPaperRow = typeof papers.$inferInsert
