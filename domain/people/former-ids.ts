import type { CivilDate } from '#domain/calendar/civil-date.ts'
import type { Verdict } from '#domain/problems/schema.ts'
import type { IdKind } from './schema.ts'

/** Why a person's number is another one now. */
export const idChangeGrounds = ['mistyped', 'newDocument', 'naturalised', 'registry'] as const
export type IdChangeGround = (typeof idChangeGrounds)[number]

export interface IdNumber {
  idKind: IdKind
  idNumber: string
}

/** A number that a person had in the office before the one they have. */
export interface FormerId extends IdNumber {
  /** The day on which it was replaced. */
  until: CivilDate
  ground: IdChangeGround
}

export const isSameId = (a: IdNumber, b: IdNumber) =>
  a.idKind === b.idKind && a.idNumber === b.idNumber

/**
 * What was only mistyped was never theirs, and may be somebody else's: it stays as a former number
 * where a paper carries it, and otherwise nowhere but in the journal.
 */
export const staysFormer = (ground: IdChangeGround, onPaper: boolean) =>
  ground !== 'mistyped' || onPaper

/**
 * The ground on which the number is replaced; null where it stays. Papers carry the old one, so
 * nobody replaces it without saying why.
 */
export function judgeIdChange(
  before: IdNumber,
  after: IdNumber,
  ground: IdChangeGround | null,
): Verdict<{ ground: IdChangeGround | null }> {
  if (isSameId(before, after)) return { ok: true, ground: null }
  return ground === null
    ? { ok: false, problems: [{ code: 'idChangeGroundRequired', path: ['idChangeGround'] }] }
    : { ok: true, ground }
}
