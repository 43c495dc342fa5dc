import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { accountSchema } from '#domain/accounts/schema.ts'
import { applicationInputSchema } from '#domain/applications/schema.ts'
import { assessmentInputSchema } from '#domain/assessments/schema.ts'
import {
  assignmentInputSchema,
  choiceInputSchema,
  keyInputSchema,
} from '#domain/assignments/schema.ts'
import { ownDaySchema } from '#domain/calendar/schema.ts'
import { candidacyInputSchema } from '#domain/candidates/schema.ts'
import { contractInputSchema } from '#domain/contracts/schema.ts'
import { catalogueInputSchema } from '#domain/employments/catalogue.ts'
import { annexInputSchema, employmentInputSchema } from '#domain/employments/schema.ts'
import { eventInputSchema, exemptionInputSchema } from '#domain/events/schema.ts'
import { methodologySchema } from '#domain/methodologies/schema.ts'
import { officeSchema } from '#domain/office/schema.ts'
import { personSchema, representativeSchema, telkDecisionSchema } from '#domain/people/schema.ts'
import { planInputSchema } from '#domain/plans/schema.ts'
import { projectSchema } from '#domain/projects/schema.ts'
import { settingCatalogue } from '#domain/settings/catalogue-data.ts'
import { defOf, takes, unwrapped, type Schema } from '../testing/schema-parts.ts'
import { procedures } from '../testing/procedures.ts'

/** Every text of a schema that takes ordinary words, by where it stands. */
function* textsOf(schema: Schema, at: string): Generator<{ at: string; schema: Schema }> {
  const def = defOf(unwrapped(schema))
  for (const [key, field] of Object.entries(def.shape ?? {})) yield* textsOf(field, `${at}.${key}`)
  if (def.element) yield* textsOf(def.element, at)
  for (const option of def.options ?? []) yield* textsOf(option, at)
  if (def.type === 'string' && takes(schema, 'Ред, ѝ – № 4, ½ „да“')) yield { at, schema }
}

const records: Record<string, z.ZodType> = {
  account: accountSchema,
  annex: annexInputSchema,
  application: applicationInputSchema,
  assessment: assessmentInputSchema,
  assignment: assignmentInputSchema,
  choice: choiceInputSchema,
  homeKey: keyInputSchema,
  candidacy: candidacyInputSchema,
  catalogue: catalogueInputSchema,
  contract: contractInputSchema,
  employment: employmentInputSchema,
  event: eventInputSchema,
  exemption: exemptionInputSchema,
  methodology: methodologySchema,
  office: officeSchema,
  person: personSchema,
  plan: planInputSchema,
  ownDay: ownDaySchema,
  project: projectSchema,
  representative: representativeSchema,
  telk: telkDecisionSchema,
  ...Object.fromEntries(
    Object.entries(settingCatalogue).map(([key, { schema }]) => [`setting ${key}`, schema]),
  ),
}
/** Actions that keep what is typed: each with its whole input. */
const kept = procedures.filter(({ meta }) => meta.kind === 'action')

const texts = [
  ...Object.entries(records).flatMap(([name, schema]) => [...textsOf(schema, name)]),
  ...kept.flatMap(({ name, input }) => [...textsOf(input, name)]),
]
/**
 * Ids, names of fields, folders and copies, and secrets: no paper prints them. Of a list's question
 * the paper prints what it can (`questionWords`).
 */
const noWords =
  /^(?:backup|restore)\.|\.question\.|(?:idNumber|[iI]ds?|requestId|slotId|key|code|password|old|new|group|path|place|url|folder|service|programme|screen|look|value|view|areaId)$/

const words = texts.filter(({ at }) => !noWords.test(at))

const codesOf = (schema: Schema, value: string) => {
  const result = (schema as z.ZodType).safeParse(value)
  return result.success ? [] : result.error.issues.map(({ message }) => message)
}

describe('every text that may be printed one day', () => {
  test('is looked at', () => {
    expect(words.length).toBeGreaterThan(120)
  })

  test.each([
    ['a pictogram', 'виж 😀', 'textEmoji'],
    ['full width', 'вход Ａ２', 'textUnprintable'],
    ['another script', 'име 山', 'textUnprintable'],
    ['a letter of the old spelling', 'вѣра', 'textUnprintable'],
    ['an override of direction', 'сума \u202e1234\u202c', 'textTurned'],
    ['an isolate of direction', 'сума \u20671234\u2069', 'textTurned'],
  ])('names %s at its field', (_what, text, code) => {
    expect(
      words.filter(({ schema }) => !codesOf(schema, text).includes(code)).map(({ at }) => at),
    ).toEqual([])
  })

  test('keeps everything else as it was typed', () => {
    const typed = 'Ред с „думи“, ѝ – № 4, 90 % ≥ ½, Müller'
    const changed = words.filter(
      ({ schema }) => takes(schema, typed) && (schema as z.ZodType).parse(typed) !== typed,
    )
    expect(changed.map(({ at }) => at)).toEqual([])
  })
})
