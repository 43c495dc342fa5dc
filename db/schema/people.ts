import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import {
  addressKinds,
  capacities,
  idKinds,
  livesAloneAnswers,
  maritalStatuses,
  noteKinds,
  representativeDocumentKinds,
  representativeKinds,
  settlementKinds,
  sexes,
  telkIssuers,
  telkKinds,
} from '#domain/people/schema.ts'
import { accounts } from './accounts.ts'
import { stampsFromMaking } from './stamps.ts'

export const persons = sqliteTable(
  'persons',
  {
    /** Row of the search index. An explicit key: an implicit rowid moves on VACUUM. */
    rowNo: integer('row_no').primaryKey({ autoIncrement: true }),
    id: text('id').notNull().unique(),
    firstName: text('first_name').notNull(),
    middleName: text('middle_name'),
    /** Null: one name only. */
    lastName: text('last_name'),
    idKind: text('id_kind', { enum: idKinds }).notNull(),
    idNumber: text('id_number').notNull(),
    birthDate: text('birth_date').notNull(),
    sex: text('sex', { enum: sexes }).notNull(),
    citizenship: text('citizenship').notNull(),
    idCardNumber: text('id_card_number'),
    idCardIssuedOn: text('id_card_issued_on'),
    idCardIssuedBy: text('id_card_issued_by'),
    idCardValidUntil: text('id_card_valid_until'),
    idCardNoExpiry: integer('id_card_no_expiry', { mode: 'boolean' }).notNull(),
    email: text('email'),
    maritalStatus: text('marital_status', { enum: maritalStatuses }).notNull(),
    livesAlone: text('lives_alone', { enum: livesAloneAnswers }).notNull(),
    gp: text('gp'),
    emergencyContactName: text('emergency_contact_name'),
    emergencyContactRelation: text('emergency_contact_relation'),
    emergencyContactPhone: text('emergency_contact_phone'),
    capacity: text('capacity', { enum: capacities }).notNull(),
    cannotSign: integer('cannot_sign', { mode: 'boolean' }).notNull(),
    iban: text('iban'),
    deathDate: text('death_date'),
    ownWishText: text('own_wish_text'),
    /** Binary order of this is the order of a Bulgarian list (domain/text/sort-key.ts). */
    sortKey: text('sort_key').notNull(),
    /** Surname, first, middle name and settlement in search form (domain/text/search.ts). */
    searchText: text('search_text').notNull(),
    /** Settlement of the current address in search form: the list filters by it in its own order. */
    settlementKey: text('settlement_key').notNull(),
    ...stampsFromMaking,
  },
  (t) => [
    uniqueIndex('persons_id_number').on(t.idKind, t.idNumber),
    index('persons_number').on(t.idNumber),
    index('persons_sort').on(t.sortKey, t.id),
    index('persons_settlement').on(t.settlementKey, t.sortKey, t.id),
    index('persons_search').on(t.searchText),
    index('persons_birth').on(t.birthDate),
    index('persons_updated').on(t.updatedAt),
    index('persons_created_by').on(t.createdBy),
    index('persons_updated_by').on(t.updatedBy),
  ],
)

/** The permanent address is kept only where it differs from the current one. */
export const personAddresses = sqliteTable(
  'person_addresses',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: addressKinds }).notNull(),
    region: text('region'),
    municipality: text('municipality'),
    settlementKind: text('settlement_kind', { enum: settlementKinds }).notNull(),
    settlement: text('settlement').notNull(),
    ekatte: text('ekatte'),
    district: text('district'),
    quarter: text('quarter'),
    street: text('street'),
    streetNumber: text('street_number'),
    block: text('block'),
    entrance: text('entrance'),
    floor: text('floor'),
    apartment: text('apartment'),
    postCode: text('post_code'),
  },
  (t) => [uniqueIndex('person_addresses_person').on(t.personId, t.kind)],
)

export const personPhones = sqliteTable(
  'person_phones',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    number: text('number').notNull(),
    note: text('note'),
  },
  (t) => [
    index('person_phones_person').on(t.personId, t.position),
    index('person_phones_number').on(t.number),
  ],
)

export const representatives = sqliteTable(
  'representatives',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: representativeKinds }).notNull(),
    firstName: text('first_name').notNull(),
    middleName: text('middle_name'),
    lastName: text('last_name'),
    idKind: text('id_kind', { enum: idKinds }).notNull(),
    idNumber: text('id_number'),
    sex: text('sex', { enum: sexes }),
    idCardNumber: text('id_card_number'),
    address: text('address'),
    phone: text('phone'),
    email: text('email'),
    documentKind: text('document_kind', { enum: representativeDocumentKinds }).notNull(),
    documentNumber: text('document_number'),
    documentDate: text('document_date'),
    documentIssuer: text('document_issuer'),
    validFrom: text('valid_from'),
    validUntil: text('valid_until'),
    scope: text('scope'),
    signsContracts: integer('signs_contracts', { mode: 'boolean' }).notNull(),
    ...stampsFromMaking,
  },
  (t) => [
    index('representatives_person').on(t.personId),
    index('representatives_created_by').on(t.createdBy),
    index('representatives_updated_by').on(t.updatedBy),
  ],
)

export const telkDecisions = sqliteTable(
  'telk_decisions',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    issuer: text('issuer', { enum: telkIssuers }).notNull(),
    issuerName: text('issuer_name'),
    number: text('number').notNull(),
    session: text('session'),
    decidedOn: text('decided_on').notNull(),
    kind: text('kind', { enum: telkKinds }).notNull(),
    percent: real('percent').notNull(),
    attendance: integer('attendance', { mode: 'boolean' }).notNull(),
    attendanceUntil: text('attendance_until'),
    attendanceLifetime: integer('attendance_lifetime', { mode: 'boolean' }).notNull(),
    validUntil: text('valid_until'),
    lifetime: integer('lifetime', { mode: 'boolean' }).notNull(),
    diagnosis: text('diagnosis'),
    icd10: text('icd10'),
    disabilityFrom: text('disability_from'),
    inForce: integer('in_force', { mode: 'boolean' }).notNull(),
    ...stampsFromMaking,
  },
  (t) => [
    index('telk_decisions_person').on(t.personId, t.decidedOn),
    index('telk_decisions_until').on(t.validUntil),
    index('telk_decisions_created_by').on(t.createdBy),
    index('telk_decisions_updated_by').on(t.updatedBy),
  ],
)

/** Talks and remarks of the timeline; written once, never changed. */
export const personNotes = sqliteTable(
  'person_notes',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    at: text('at').notNull(),
    by: text('by')
      .notNull()
      .references(() => accounts.id),
    kind: text('kind', { enum: noteKinds }).notNull(),
    text: text('text').notNull(),
  },
  (t) => [index('person_notes_person').on(t.personId, t.at), index('person_notes_by').on(t.by)],
)

export type PersonRow = typeof persons.$inferSelect
export type PersonAddressRow = typeof personAddresses.$inferSelect
