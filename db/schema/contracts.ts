import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { signingModes } from '#domain/papers/parties.ts'
import {
  contractStatuses,
  suspensionGrounds,
  terminationGrounds,
} from '#domain/contracts/schema.ts'
import type { ContractInput } from '#domain/contracts/schema.ts'
import { serviceIds } from '#domain/regimes/catalogue.ts'
import { accounts } from './accounts.ts'
import { applications } from './applications.ts'
import { assessments } from './assessments.ts'
import { persons, representatives } from './people.ts'
import { supportPlans } from './plans.ts'
import { stamps } from './stamps.ts'

/** Contracts for use of a service (ЗСУ чл. 85). The number comes with „Издай“ and never leaves. */
export const contracts = sqliteTable(
  'contracts',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    planId: text('plan_id')
      .notNull()
      .references(() => supportPlans.id),
    service: text('service', { enum: serviceIds }).notNull(),
    status: text('status', { enum: contractStatuses }).notNull(),
    number: text('number'),
    numberYear: integer('number_year'),
    contractDate: text('contract_date').notNull(),
    startDate: text('start_date').notNull(),
    /** Last day of the term. */
    endDate: text('end_date').notNull(),
    /** Last day it really ran, when it was ended earlier. */
    endedOn: text('ended_on'),
    /** Granted by the assessment, kept with the contract. */
    minutesPerMonth: integer('minutes_per_month').notNull(),
    place: text('place').notNull(),
    placeOfService: text('place_of_service').notNull(),
    representativeId: text('representative_id').references(() => representatives.id),
    signingMode: text('signing_mode', { enum: signingModes }).notNull(),
    witnesses: text('witnesses', { mode: 'json' }).$type<ContractInput['witnesses']>().notNull(),
    assistants: text('assistants', { mode: 'json' }).$type<ContractInput['assistants']>().notNull(),
    caseManagerName: text('case_manager_name').notNull(),
    caseManagerPosition: text('case_manager_position').notNull(),
    caseManagerPhone: text('case_manager_phone').notNull(),
    feeMonthlyCents: integer('fee_monthly_cents').notNull(),
    feeBasisText: text('fee_basis_text').notNull(),
    copies: integer('copies').notNull(),
    accountantSigns: integer('accountant_signs', { mode: 'boolean' }).notNull(),
    annexes: integer('annexes').notNull().default(0),

    issuedAt: text('issued_at'),
    issuedBy: text('issued_by').references(() => accounts.id),
    /** Dates beside the signatures; the contract counts from the later one. */
    personSignedOn: text('person_signed_on'),
    providerSignedOn: text('provider_signed_on'),
    signedOn: text('signed_on'),
    suspendedFrom: text('suspended_from'),
    suspensionGround: text('suspension_ground', { enum: suspensionGrounds }),
    terminationGround: text('termination_ground', { enum: terminationGrounds }),
    terminationReason: text('termination_reason').notNull().default(''),
    annulReason: text('annul_reason').notNull().default(''),

    preparedBy: text('prepared_by')
      .notNull()
      .references(() => accounts.id),
    ...stamps,
  },
  (table) => [
    uniqueIndex('contracts_number').on(table.numberYear, table.number),
    index('contracts_number_text').on(table.number),
    index('contracts_person').on(table.personId, table.startDate),
    index('contracts_application').on(table.applicationId),
    index('contracts_assessment').on(table.assessmentId),
    index('contracts_plan').on(table.planId),
    index('contracts_status').on(table.status, table.contractDate),
    index('contracts_date').on(table.contractDate),
    index('contracts_end').on(table.endDate),
    index('contracts_representative').on(table.representativeId),
    index('contracts_issued_by').on(table.issuedBy),
    index('contracts_prepared_by').on(table.preparedBy),
    index('contracts_updated_by').on(table.updatedBy),
    check(
      'contracts_number_when_issued',
      sql`(${table.status} = 'draft') = (${table.number} is null)`,
    ),
    check(
      'contracts_ended_with_ground',
      sql`${table.status} <> 'terminated' or (${table.terminationGround} is not null and ${table.endedOn} is not null)`,
    ),
  ],
)

export type ContractRow = typeof contracts.$inferSelect
