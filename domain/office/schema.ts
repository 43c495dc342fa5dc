import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { parseEik } from '#domain/people/ids.ts'
import { settlementKinds } from '#domain/people/schema.ts'
import { cleanText } from '#domain/text/clean.ts'
import { lineField, optionalLine, optionalParsedField, parsedField } from '#domain/text/fields.ts'
import { usualMayorTitle } from '#domain/text/defaults.ts'
import { formatSettlement } from '#domain/text/format-person.ts'
import { regions } from '#domain/text/regions.ts'
import { parsePhone } from '#domain/text/parse-number.ts'
import { refuse } from '#domain/text/parsed.ts'

const optionalEmail = optionalParsedField((text) => {
  const email = cleanText(text)
  return z.email().safeParse(email).success ? { ok: true, value: email } : refuse('emailFormat')
})

/** Names of an official as printed under a signature: „инж. Петър Иванов Стоянов“. */
const officialName = (requiredCode: string) => lineField(120, requiredCode)

/** Who signs instead of the mayor, and the order that allows it: without one nobody signs for another. */
export const authorisedPersonSchema = z.object({
  name: officialName('authorisedNameRequired'),
  position: lineField(120, 'authorisedPositionRequired'),
  orderNumber: lineField(60, 'authorisedOrderRequired'),
  orderDate: z
    .string('authorisedOrderDateRequired')
    .min(1, 'authorisedOrderDateRequired')
    .pipe(civilDateSchema),
})
export type AuthorisedPerson = z.output<typeof authorisedPersonSchema>

export const officeSchema = z.object({
  /** „Център за социални услуги“ */
  name: lineField(160, 'officeNameRequired'),
  /** Without „Община“: „Кюстендил“. */
  municipality: lineField(60, 'municipalityRequired'),
  region: z.enum(regions, 'regionRequired'),
  district: optionalLine(60),
  eik: parsedField(parseEik, 'eikRequired'),
  settlementKind: z.enum(settlementKinds).default('town'),
  /** The place papers are dated at. */
  settlement: lineField(60, 'settlementRequired'),
  address: lineField(200, 'addressRequired'),
  phone: optionalParsedField(parsePhone),
  email: optionalEmail,
  mayorName: officialName('mayorRequired'),
  /** „кмет“, „временно изпълняващ длъжността кмет“ */
  mayorTitle: lineField(120, 'mayorTitleRequired').default(usualMayorTitle),
  authorisedPerson: authorisedPersonSchema.nullable().default(null),
  chiefAccountantName: optionalLine(120),
  headOfServiceName: officialName('headOfServiceRequired'),
  /** Identifier of the programme or regime the office works by, from the regimes. */
  programme: z.string('programmeRequired').min(1, 'programmeRequired').max(60, 'textTooLong'),
})
export type OfficeInput = z.input<typeof officeSchema>
export type OfficeData = z.output<typeof officeSchema>

/** „гр. Кюстендил“ – before the date on every paper. */
export function placeOfPapers(office: Pick<OfficeData, 'settlementKind' | 'settlement'>): string {
  return formatSettlement(office)
}
