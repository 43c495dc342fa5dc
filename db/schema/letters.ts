import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { expiringKinds } from '#domain/expiring/list.ts'
import { accounts } from './accounts.ts'
import { persons } from './people.ts'

/** A letter about what ends, written once and never changed: the paper is frozen with it. */
export const letters = sqliteTable(
  'letters',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    number: text('number').notNull(),
    letterDate: text('letter_date').notNull(),
    /** Null: no answer is asked for. */
    answerBy: text('answer_by'),
    /** As it stands on the letter, typed or the person's own. */
    address: text('address').notNull(),
    writtenAt: text('written_at').notNull(),
    writtenBy: text('written_by')
      .notNull()
      .references(() => accounts.id),
  },
  (table) => [
    index('letters_person').on(table.personId, table.letterDate),
    index('letters_written_by').on(table.writtenBy),
  ],
)

/** What it told of: the list „Изтича“ says by these that somebody was written to. */
export const letterRows = sqliteTable(
  'letter_rows',
  {
    id: text('id').primaryKey(),
    letterId: text('letter_id')
      .notNull()
      .references(() => letters.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    kind: text('kind', { enum: expiringKinds }).notNull(),
    subjectId: text('subject_id').notNull(),
    until: text('until').notNull(),
  },
  (table) => [
    uniqueIndex('letter_rows_place').on(table.letterId, table.position),
    index('letter_rows_subject').on(table.subjectId, table.until),
  ],
)

export type LetterRecord = typeof letters.$inferSelect
