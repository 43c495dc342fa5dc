import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { idChangeGrounds } from '#domain/people/former-ids.ts'
import { idKinds } from '#domain/people/schema.ts'
import { accounts } from './accounts.ts'
import { persons } from './people.ts'

/** Numbers that people had before: earlier papers carry them. Written once, never changed. */
export const personFormerIds = sqliteTable(
  'person_former_ids',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    idKind: text('id_kind', { enum: idKinds }).notNull(),
    idNumber: text('id_number').notNull(),
    ground: text('ground', { enum: idChangeGrounds }).notNull(),
    /** Civil date, and the instant by which papers of before are told from those of after. */
    until: text('until').notNull(),
    replacedAt: text('replaced_at').notNull(),
    replacedBy: text('replaced_by')
      .notNull()
      .references(() => accounts.id),
  },
  (t) => [
    index('person_former_ids_person').on(t.personId, t.replacedAt),
    index('person_former_ids_number').on(t.idNumber),
    index('person_former_ids_by').on(t.replacedBy),
  ],
)

/** Two who look like one person and are not: somebody has looked. `oneId` is the lesser id. */
export const peopleApart = sqliteTable(
  'people_apart',
  {
    oneId: text('one_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    otherId: text('other_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    at: text('at').notNull(),
    by: text('by')
      .notNull()
      .references(() => accounts.id),
  },
  (t) => [
    primaryKey({ columns: [t.oneId, t.otherId] }),
    index('people_apart_other').on(t.otherId),
    index('people_apart_by').on(t.by),
  ],
)
