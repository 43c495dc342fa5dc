import { and, asc, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../connection.ts'
import { RowMissing } from '../errors.ts'
import { newId } from '../ids.ts'
import {
  registryCounters,
  registryGaps,
  registryNumbers,
  type RegistryNumberRow,
} from '../schema/registry-numbers.ts'
import { expectNumbersConfirmed } from './backup-restores.ts'

/** A register numbers itself or takes the municipality's numbers; never both in one year. */
export class RegisterModeMixed extends Error {
  readonly register: string
  readonly year: number
  constructor(register: string, year: number) {
    super(`register ${register}/${String(year)} is numbered the other way`)
    this.register = register
    this.year = year
  }
}

export interface NumberedSubject {
  register: string
  /** Civil year of the paper's date; 0 for a register that goes on over the years. */
  year: number
  subjectKind: string
  subjectId: string
  /** Civil date of the paper. */
  issuedOn: string
  actor: string | null
  now: string
}

/**
 * Draws the next number, in the transaction that freezes the paper: rolled back with it, so that
 * no number is lost. `label` makes the text on paper from the number (mask of the office).
 * Throws NumbersUnconfirmed after a restore.
 */
export function drawNumber(
  tx: Tx,
  subject: NumberedSubject,
  label: (number: number) => string = String,
): RegistryNumberRow {
  expectNumbersConfirmed(tx)
  const number = counterOf(tx, subject, 'drawn') + 1
  tx.update(registryCounters).set({ lastNumber: number }).where(counterKey(subject)).run()
  return insertNumber(tx, subject, number, label(number))
}

/**
 * Takes a number that the municipality's own register gave. Throws UniqueViolation
 * (registry_numbers, [register, year, label]) when it is taken.
 */
export function typeNumber(tx: Tx, subject: NumberedSubject, label: string): RegistryNumberRow {
  counterOf(tx, subject, 'typed')
  return insertNumber(tx, subject, null, label)
}

/** The number that would be drawn next; for the screen only, drawing decides. */
export function nextNumber(db: Db, register: string, year: number): number {
  const row = db.select().from(registryCounters).where(counterKey({ register, year })).get()
  return (row?.lastNumber ?? 0) + 1
}

/** The number stays taken and is shown as annulled. Returns false if it already was. */
export function annulNumber(
  tx: Tx,
  id: string,
  annulled: { by: string | null; now: string; reason: string },
): boolean {
  const result = tx
    .update(registryNumbers)
    .set({
      status: 'annulled',
      annulledAt: annulled.now,
      annulledBy: annulled.by,
      annulReason: annulled.reason,
    })
    .where(and(eq(registryNumbers.id, id), eq(registryNumbers.status, 'issued')))
    .run()
  if (result.changes === 1) return true
  if (!tx.select().from(registryNumbers).where(eq(registryNumbers.id, id)).get())
    throw new RowMissing('registry_numbers', id)
  return false
}

/**
 * After a restore: the last number that stands on paper. Raises the counter and records the gap;
 * returns the recorded gap, or null when nothing was missing. Never lowers a counter.
 */
export function raiseCounter(
  tx: Tx,
  counter: { register: string; year: number; lastOnPaper: number },
  record: { reason: string; actor: string | null; now: string },
): { first: number; last: number } | null {
  const { register, year, lastOnPaper } = counter
  const last = counterOf(tx, counter, 'drawn')
  if (lastOnPaper <= last) return null
  tx.update(registryCounters).set({ lastNumber: lastOnPaper }).where(counterKey(counter)).run()
  tx.insert(registryGaps)
    .values({
      id: newId(),
      register,
      year,
      firstNumber: last + 1,
      lastNumber: lastOnPaper,
      reason: record.reason,
      recordedAt: record.now,
      recordedBy: record.actor,
    })
    .run()
  return { first: last + 1, last: lastOnPaper }
}

export function numbersOfSubject(
  db: Db,
  subjectKind: string,
  subjectId: string,
): RegistryNumberRow[] {
  return db
    .select()
    .from(registryNumbers)
    .where(
      and(eq(registryNumbers.subjectKind, subjectKind), eq(registryNumbers.subjectId, subjectId)),
    )
    .orderBy(asc(registryNumbers.issuedAt))
    .all()
}

/** Registers where numbers up to the counter are neither issued nor a recorded gap. */
export function registersWithHoles(db: Db): { register: string; year: number; missing: number }[] {
  const rows = db.all<{ register: string; year: number; missing: number }>(sql`
    select c.register, c.year, c.last_number
      - (select count(*) from registry_numbers n
         where n.register = c.register and n.year = c.year and n.number between 1 and c.last_number)
      - (select coalesce(sum(g.last_number - g.first_number + 1), 0) from registry_gaps g
         where g.register = c.register and g.year = c.year) as missing
    from registry_counters c where c.mode = 'drawn'`)
  return rows.filter((row) => row.missing !== 0)
}

function counterOf(
  tx: Tx,
  { register, year }: { register: string; year: number },
  mode: 'drawn' | 'typed',
): number {
  tx.insert(registryCounters).values({ register, year, mode }).onConflictDoNothing().run()
  const row = tx.select().from(registryCounters).where(counterKey({ register, year })).get()
  if (!row || row.mode !== mode) throw new RegisterModeMixed(register, year)
  return row.lastNumber
}

function insertNumber(
  tx: Tx,
  subject: NumberedSubject,
  number: number | null,
  label: string,
): RegistryNumberRow {
  return tx
    .insert(registryNumbers)
    .values({
      id: newId(),
      register: subject.register,
      year: subject.year,
      number,
      label,
      subjectKind: subject.subjectKind,
      subjectId: subject.subjectId,
      issuedOn: subject.issuedOn,
      issuedAt: subject.now,
      issuedBy: subject.actor,
    })
    .returning()
    .get()
}

function counterKey({ register, year }: { register: string; year: number }) {
  return and(eq(registryCounters.register, register), eq(registryCounters.year, year))
}
