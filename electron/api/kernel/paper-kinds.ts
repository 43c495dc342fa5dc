import type { Permission } from '#domain/accounts/permissions.ts'
import type { SigningMode } from '#domain/papers/parties.ts'
import type { FiledPaperKind } from '#domain/papers/schema.ts'
import type { SettingKey, SettingValue } from '#domain/settings/catalogue.ts'
import { fillNumberMask } from '#domain/settings/number-mask.ts'
import type { Db } from '#db/connection.ts'
import { nextNumber } from '#db/queries/registry-numbers.ts'
import { settingValue } from './settings.ts'
import type { StepCall } from './steps.ts'

type TextSetting = {
  [K in SettingKey]: SettingValue<K> extends string ? K : never
}[SettingKey]

/** A signature as it came back. */
export interface Signed {
  on: string
  mode: SigningMode
}

/**
 * A kind of paper that is frozen, numbered and filed. The concept whose records it stands for says
 * it; `paper-kinds.ts` beside the router lists all of them.
 */
export interface PaperKind {
  /** Also the register that its numbers are drawn from, and the kind of record it stands for. */
  kind: FiledPaperKind
  mask: TextSetting
  /** Settings that fill other places of the mask than number and year. */
  maskParts?: { prefix: TextSetting; index: TextSetting }
  /** Refusal of a typed number that is taken; only where numbers are typed from another register. */
  numberTaken?: string
  /** A paper shows what its record shows: who may not read that opens no paper of it. */
  read: Permission
  issue: Permission
  markSigned: Permission
  /** Only with its record; left out where nothing of the kind is ever annulled. */
  annul?: Permission
  /** Who is expected to have signed, where the record says it and not the person's capacity. */
  signer?(db: Db, subjectId: string): SigningMode | undefined
  /** The record goes with its paper, where it still has that way before it; says whether it went. */
  goesOut?(call: StepCall, subjectId: string): boolean
  /** What the signature does to the record, before the paper is marked; the record may refuse. */
  comesBack?(call: StepCall, subjectId: string, signed: Signed): void
}

export function labelOf(db: Db, of: PaperKind, n: number, date: string): string {
  const part = (key: TextSetting | undefined) =>
    key === undefined ? '' : settingValue(db, key, date)
  return fillNumberMask(part(of.mask), {
    n,
    year: Number(date.slice(0, 4)),
    prefix: part(of.maskParts?.prefix),
    index: part(of.maskParts?.index),
  })
}

/** The number that a paper of this date would get now, or after some others; drawing decides. */
export function nextLabel(db: Db, of: PaperKind, date: string, ahead = 0): string {
  return labelOf(db, of, nextNumber(db, of.kind, Number(date.slice(0, 4))) + ahead, date)
}
