import { z } from 'zod'
import { catalogueInputSchema, type CatalogueInput } from '#domain/employments/catalogue.ts'
import { catalogueList, type CatalogueListRow } from '#domain/employments/catalogue-list.ts'
import type { Db } from '#db/connection.ts'
import {
  catalogueEntry,
  catalogueOf,
  insertCatalogueEntry,
  setCatalogueEntry,
  type KnownEntry,
} from '#db/queries/employment-catalogue.ts'
import { inputOf } from '#db/kept-record.ts'
import { action } from '../kernel/actions.ts'
import { formOf, savedForm } from '../kernel/conflict.ts'
import { existing, ruleError } from '../kernel/faults.ts'
import { id } from '../kernel/ids.ts'
import { defineList } from '../kernel/lists.ts'
import { read } from '../kernel/procedures.ts'
import { shortList } from '../kernel/short-list.ts'
import { stampOf } from '../kernel/steps.ts'

const dataOf = (entry: KnownEntry): CatalogueInput => inputOf(entry, catalogueInputSchema)

export const catalogueSource = shortList<CatalogueListRow>({
  all: ({ db }) =>
    catalogueOf(db).map(({ id, part, kind, name, code, source, certainty, version, validTo }) => ({
      ...{ id, part, kind, name, code, source, validTo },
      certainty: version === 0 ? certainty : null,
    })),
  id: (row) => row.id,
  inView: ({ part, kind }, view) =>
    view === 'all' ||
    (view === 'positions' && part === 'position') ||
    (part === 'ground' && (kind ?? view) === view),
  words: ({ name, code }) => [name, code],
  orders: {
    name: ({ name }) => [name],
    code: ({ code, name }) => [code, name],
  },
})

const shown = (entry: KnownEntry) => ({
  id: entry.id,
  version: entry.version,
  certainty: entry.version === 0 ? entry.certainty : null,
  data: dataOf(entry),
})

const found = (db: Db, id: string) => existing(catalogueEntry(db, id))

/** Positions with their codes, grounds of ending with their articles: what contracts choose from. */
export default {
  ...defineList(catalogueList, catalogueSource),

  find: read(
    { permission: 'employments.read', audit: 'none', input: z.object({ id }) },
    ({ db, input }) => shown(found(db, input.id)),
  ),

  /** A new row, or one in the place of what came with the program (`version` 0) or of its own. */
  save: action(
    {
      permission: 'employments.issue',
      audit: 'catalogue.saved',
      subject: 'catalogue',
      input: catalogueInputSchema.safeExtend({
        id: id.nullable(),
        version: z.int().min(0).nullable(),
      }),
    },
    (call) => {
      const { tx, audit } = call
      const { id: own, version, ...data } = call.input
      const entry = own === null ? undefined : found(tx, own)
      if (entry && entry.part !== data.part)
        throw ruleError([{ code: 'cataloguePart', path: ['part'] }])
      const before = entry ? dataOf(entry) : null
      const { row } = entry ?? {}
      const saved = savedForm(
        tx,
        { id: row ? own : null, version },
        () => insertCatalogueEntry(tx, data, stampOf(call), ...(own === null ? [] : [own])),
        (id, version) => setCatalogueEntry(tx, id, version, data, stampOf(call)),
        () => row && formOf(row, before ?? data),
      )
      audit({ subjectId: saved.id, payload: { from: before, to: data } })
      return saved
    },
  ),
}
