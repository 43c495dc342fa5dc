import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import {
  interviewOutcomes,
  selectionStates,
  type ConflictDeclaration,
  type SelectionAnswer,
} from '#domain/selections/schema.ts'
import { accounts } from './accounts.ts'
import { candidacies } from './candidates.ts'
import { methodologyVersions } from './methodologies.ts'
import { stamps } from './stamps.ts'

/** The card by which a candidate for assistant is selected: one a candidacy. */
export const selectionCards = sqliteTable(
  'selection_cards',
  {
    id: text('id').primaryKey(),
    candidacyId: text('candidacy_id')
      .notNull()
      .references(() => candidacies.id),
    /** Frozen when the card began. */
    methodologyVersionId: text('methodology_version_id')
      .notNull()
      .references(() => methodologyVersions.id),
    state: text('state', { enum: selectionStates }).notNull(),
    answers: text('answers', { mode: 'json' }).$type<SelectionAnswer[]>().notNull(),
    /** Who scores; null while nobody said that nothing binds them to the candidate. */
    scorerId: text('scorer_id').references(() => accounts.id),
    /** What each account declared of the candidate, in the order of time. */
    conflicts: text('conflicts', { mode: 'json' }).$type<ConflictDeclaration[]>().notNull(),

    interviewInvitedOn: text('interview_invited_on'),
    interviewOn: text('interview_on'),
    /** Minutes since midnight. */
    interviewMinute: integer('interview_minute'),
    interviewPlace: text('interview_place').notNull().default(''),
    interviewCame: text('interview_came', { enum: interviewOutcomes }),
    interviewNote: text('interview_note').notNull().default(''),

    /** Frozen with „Завърши“. */
    points: integer('points'),
    scoredOn: text('scored_on'),
    commissionPoints: integer('commission_points'),
    commissionComment: text('commission_comment').notNull().default(''),
    commissionBy: text('commission_by').references(() => accounts.id),
    approvedBy: text('approved_by').references(() => accounts.id),
    approvedOn: text('approved_on'),
    ...stamps,
  },
  (table) => [
    uniqueIndex('selection_cards_candidacy').on(table.candidacyId),
    index('selection_cards_state').on(table.state, table.interviewOn),
    index('selection_cards_methodology').on(table.methodologyVersionId),
    index('selection_cards_scorer').on(table.scorerId),
    index('selection_cards_commission_by').on(table.commissionBy),
    index('selection_cards_approved_by').on(table.approvedBy),
    index('selection_cards_updated_by').on(table.updatedBy),
    check(
      'selection_cards_two_people',
      sql`${table.state} <> 'approved' or (${table.approvedBy} is not null and ${table.scorerId} is not null and ${table.approvedBy} <> ${table.scorerId} and ${table.points} is not null)`,
    ),
  ],
)

export type SelectionCardRow = typeof selectionCards.$inferSelect
