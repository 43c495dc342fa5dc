import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { currencies } from '#domain/money/schema.ts'
import { projectRoles } from '#domain/projects/schema.ts'
import { stamps } from './stamps.ts'

/** Projects and programmes that pay for services. Null: the paper at hand does not say. */
export const projects = sqliteTable(
  'projects',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    contractNumber: text('contract_number'),
    /** By what a number is found again, whichever alphabet its letters are typed in. */
    contractNumberKey: text('contract_number_key'),
    municipality: text('municipality').notNull(),
    role: text('role', { enum: projectRoles }).notNull(),
    beneficiary: text('beneficiary'),
    programme: text('programme').notNull(),
    procedureNumber: text('procedure_number'),
    procedureName: text('procedure_name'),
    totalCents: integer('total_cents'),
    totalCurrency: text('total_currency', { enum: currencies }),
    /** `YYYY-MM-DD`, or `YYYY-MM` where no day is known. */
    startsOn: text('starts_on'),
    endsOn: text('ends_on'),
    durationMonths: integer('duration_months'),
    serviceMonths: integer('service_months'),
    note: text('note'),

    ...stamps,
  },
  (table) => [
    uniqueIndex('projects_contract_number').on(table.contractNumberKey),
    index('projects_updated_by').on(table.updatedBy),
    check(
      'projects_total_has_currency',
      sql`(${table.totalCents} is null) = (${table.totalCurrency} is null)`,
    ),
  ],
)

export type ProjectRow = typeof projects.$inferSelect
