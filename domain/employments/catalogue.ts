import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { lineField, optionalLine, optionalLines } from '#domain/text/fields.ts'
import type { Certainty } from '#domain/settings/catalogue.ts'
import { employmentKinds, type EmploymentKind } from './schema.ts'

/** What the office chooses from in its contracts: positions, and grounds of ending. */
export const catalogueParts = ['position', 'ground'] as const
export type CataloguePart = (typeof catalogueParts)[number]

/**
 * One row of the catalogue. A position has its code by НКПД and its duties; a ground has its article.
 * Rows are never taken out: they stop being offered after their last day.
 */
export const catalogueInputSchema = z
  .object({
    part: z.enum(catalogueParts, 'required'),
    /** For contracts of which kind; null = both. */
    kind: z.enum(employmentKinds).nullable().default(null),
    /** „личен асистент“, „по взаимно съгласие на страните“. */
    name: lineField(200),
    /** Code by НКПД, eight figures; of a ground its article. */
    code: optionalLine(120),
    /** Gives help to people in their homes. */
    givesHelp: z.boolean().default(false),
    /** Duties of the position, one a line: its job description is printed from them. */
    duties: optionalLines(4000),
    source: optionalLine(300),
    validFrom: civilDateSchema.nullable().default(null),
    /** Last day on which it may be chosen. */
    validTo: civilDateSchema.nullable().default(null),
  })
  .superRefine((value, context) => {
    const at = (message: string, field: string) => {
      context.addIssue({ code: 'custom', message, path: [field] })
    }
    if (value.part === 'position' && value.code !== null && !/^\d{8}$/.test(value.code))
      at('nkpdFormat', 'code')
    if (value.part === 'ground' && value.code === null) at('groundArticleMissing', 'code')
    if (value.validFrom !== null && value.validTo !== null && value.validTo < value.validFrom)
      at('endBeforeStart', 'validTo')
  })
export type CatalogueForm = z.input<typeof catalogueInputSchema>
export type CatalogueInput = z.output<typeof catalogueInputSchema>

/** A row as it is offered, with how sure its source is. */
export interface CatalogueEntry extends CatalogueInput {
  id: string
  certainty: Certainty
}

/** May it be chosen for a contract of this kind on this day? */
export function isOffered(
  entry: Pick<CatalogueEntry, 'kind' | 'validFrom' | 'validTo'>,
  kind: EmploymentKind,
  on: string,
): boolean {
  return (
    (entry.kind === null || entry.kind === kind) &&
    (entry.validFrom === null || entry.validFrom <= on) &&
    (entry.validTo === null || entry.validTo >= on)
  )
}
