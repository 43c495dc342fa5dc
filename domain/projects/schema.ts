import { z } from 'zod'
import { moneySchema } from '#domain/money/schema.ts'
import { lineField, optionalLine, optionalLines } from '#domain/text/fields.ts'
import { isMonthOrDay } from '#domain/text/month-or-day.ts'
import { checkProject } from './rules.ts'

/** What the municipality is under the contract; `unstated` where the paper at hand does not say. */
export const projectRoles = ['beneficiary', 'partner', 'unstated'] as const
export type ProjectRole = (typeof projectRoles)[number]

const monthOrDay = z.string().refine(isMonthOrDay, 'dateFormat').nullable().default(null)
const months = z.int('numberWhole').min(1, 'tooSmall').max(240, 'tooBig').nullable().default(null)

/**
 * A project or programme that pays for services of the office. What the paper at hand does not say
 * stays empty: nothing is worked out from something else and kept.
 */
export const projectSchema = z
  .object({
    name: lineField(300),
    /** As the administrative contract has it: „BG05M9OP001-2.002-0131-С001“. */
    contractNumber: optionalLine(80),
    /** Without „Община“: „Кюстендил“. */
    municipality: lineField(60, 'municipalityRequired'),
    role: z.enum(projectRoles, 'required'),
    /** Who holds the contract where the municipality is its partner. */
    beneficiary: optionalLine(160),
    /** „Оперативна програма „Развитие на човешките ресурси“ 2014–2020 г.“ */
    programme: lineField(160),
    procedureNumber: optionalLine(80),
    /** „Независим живот“ */
    procedureName: optionalLine(160),
    /** Worth of the whole project, in the currency of the contract. */
    total: moneySchema
      .refine(({ cents }) => cents >= 0, 'moneyNegative')
      .nullable()
      .default(null),
    startsOn: monthOrDay,
    /** Last day or month. */
    endsOn: monthOrDay,
    /** Months of the whole project, and those of them in which people are served. */
    durationMonths: months,
    serviceMonths: months,
    note: optionalLines(2000),
  })
  .superRefine((project, context) => {
    const checked = checkProject(project)
    for (const { code, path } of checked.ok ? [] : checked.problems)
      context.addIssue({ code: 'custom', message: code, path: path ?? [] })
  })
export type ProjectInput = z.input<typeof projectSchema>
export type ProjectData = z.output<typeof projectSchema>
