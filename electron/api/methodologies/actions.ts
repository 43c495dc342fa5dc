import { z } from 'zod'
import {
  kindOf,
  methodologyKinds,
  methodologySchema,
  type Methodology,
} from '#domain/methodologies/schema.ts'
import {
  followsNewest,
  mayEditMethodology,
  validateMethodology,
} from '#domain/methodologies/validate.ts'
import type { Db } from '#db/connection.ts'
import { findAccount } from '#db/queries/accounts.ts'
import {
  countUses,
  getMethodology,
  insertMethodology,
  listMethodologies,
  methodologyOnDate,
  nextMethodologyNumber,
  updateMethodology,
} from '#db/queries/methodologies.ts'
import { saveOrConflict } from '../kernel/conflict.ts'
import { demand } from '../kernel/faults.ts'
import { id, which } from '../kernel/ids.ts'
import { action } from '../kernel/actions.ts'
import { read } from '../kernel/procedures.ts'

/** By what points and hours needs are judged: versions, of which the used ones never change. */
export default {
  list: read(
    { permission: 'methodologies.read', audit: 'none', input: z.object({}) },
    ({ db, today }) => {
      const uses = countUses(db)
      const current = methodologyKinds.map((kind) => methodologyOnDate(db, today, kind)?.id)
      return listMethodologies(db)
        .map(({ id: own, code, kind, number, name, validFrom, locked, createdBy }) => ({
          id: own,
          code,
          kind,
          number,
          name,
          validFrom,
          locked,
          current: current.includes(own),
          uses: uses.get(own) ?? 0,
          createdBy: createdBy === null ? null : (findAccount(db, createdBy)?.displayName ?? ''),
        }))
        .reverse()
        .toSorted((a, b) => methodologyKinds.indexOf(a.kind) - methodologyKinds.indexOf(b.kind))
    },
  ),

  find: read(
    { permission: 'methodologies.read', audit: 'none', input: z.object({ id }) },
    ({ input, db, today }) => {
      const row = getMethodology(db, input.id)
      return {
        id: row.id,
        version: row.version,
        locked: row.locked,
        current: methodologyOnDate(db, today, kindOf(row.data))?.id === row.id,
        uses: countUses(db).get(row.id) ?? 0,
        data: row.data,
      }
    },
  ),

  /** A new version by copy; the one it follows stays as it is. */
  create: action(
    {
      permission: 'methodologies.write',
      audit: 'methodology.created',
      subject: 'methodology',
      input: z.object({ fromId: id, data: methodologySchema }),
    },
    ({ input, tx, audit, actor, now }) => {
      const from = getMethodology(tx, input.fromId)
      const data: Methodology = {
        ...ofKind(input.data, from.data),
        code: from.code,
        version: nextMethodologyNumber(tx, from.code),
      }
      judge(tx, data, null)
      const created = insertMethodology(tx, data, { at: now, by: actor.accountId })
      audit({ subjectId: created, payload: { code: data.code, number: data.version } })
      return { id: created, number: data.version }
    },
  ),

  /** Only while no assessment rests on it. */
  update: action(
    {
      permission: 'methodologies.write',
      audit: 'methodology.changed',
      subject: 'methodology',
      input: which.extend({ data: methodologySchema }),
    },
    ({ input, tx, audit }) => {
      const before = getMethodology(tx, input.id)
      demand(mayEditMethodology(before))
      const data: Methodology = {
        ...ofKind(input.data, before.data),
        code: before.code,
        version: before.number,
      }
      judge(tx, data, before.id)
      const saved = saveOrConflict(
        tx,
        () => updateMethodology(tx, before.id, input.version, data),
        () => undefined,
      )
      audit({ subjectId: before.id, payload: { code: data.code, number: data.version } })
      return { id: before.id, version: saved }
    },
  ),
}

/** What a methodology judges never changes from version to version. */
function ofKind({ kind: _kind, ...data }: Methodology, from: Methodology): Methodology {
  return from.kind === undefined ? data : { ...data, kind: from.kind }
}

function judge(db: Db, data: Methodology, own: string | null): void {
  demand(validateMethodology(data))
  const versions = listMethodologies(db)
  demand(
    followsNewest(
      data,
      versions.map(({ id: known, code, number, validFrom, locked }) => ({
        id: known,
        code,
        version: number,
        validFrom,
        locked,
      })),
      own,
    ),
  )
}
