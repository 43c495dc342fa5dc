import { z } from 'zod'
import { assessmentInputSchema, type AssessmentInput } from '#domain/assessments/schema.ts'
import type { Methodology } from '#domain/methodologies/schema.ts'
import type { Problem } from '#domain/problems/schema.ts'
import type { ApiClient } from '#renderer/shell/client.ts'

export type Sheet = Extract<
  Awaited<ReturnType<ApiClient['assessments']['sheet']>>,
  { kind: 'sheet' }
>

/** What the form holds: a row for every item in the order of the sheet, sources a line each. */
export type SheetValues = Omit<AssessmentInput, 'sources'> & {
  sourcesText: string
  id: string | null
  version: number | null
}

const items = (methodology: Methodology) => methodology.groups.flatMap((group) => group.items)

const emptyMember = { name: '', position: '' }

/** The stored sheet as the form holds it. */
export function valuesOf(
  { sources, ...input }: AssessmentInput,
  methodology: Methodology,
  own: Pick<SheetValues, 'id' | 'version'>,
): SheetValues {
  const given = new Map(input.answers.map((answer) => [answer.itemId, answer]))
  return {
    ...input,
    ...own,
    sourcesText: sources.join('\n'),
    answers: items(methodology).map(
      (item) => given.get(item.id) ?? { itemId: item.id, optionId: null, reason: '' },
    ),
    // The law wants a team: two lines are there to be filled in.
    team:
      input.team.length >= 2 ? input.team : [...input.team, emptyMember, emptyMember].slice(0, 2),
  }
}

const filled = (row: object) =>
  Object.entries(row).some(([name, value]) => name !== 'level' && value !== '' && value !== null)

/** Rows with something in them, and where each stood. */
function kept<T extends object>(rows: readonly T[]): { rows: T[]; places: number[] } {
  const places = rows.flatMap((row, place) => (filled(row) ? [place] : []))
  return { rows: places.map((place) => rows[place] as T), places }
}

/** What is sent: lines that were opened and left empty are not there. */
export function inputOf(values: SheetValues): AssessmentInput {
  const { sourcesText, id: _id, version: _version, ...input } = values
  return {
    ...input,
    sources: sourcesText
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    team: kept(values.team).rows,
    opinions: kept(values.opinions).rows,
    risks: kept(values.risks).rows,
  }
}

/** Judged by the domain as it will be sent; faults come back to the fields they belong to. */
export const sheetSchema: z.ZodType<SheetValues, SheetValues> = z
  .custom<SheetValues>()
  .superRefine((values, context) => {
    const judged = assessmentInputSchema.safeParse(inputOf(values))
    for (const issue of judged.success ? [] : judged.error.issues) {
      const [list, place, ...rest] = issue.path
      const path =
        list === 'sources'
          ? ['sourcesText']
          : (list === 'team' || list === 'opinions' || list === 'risks') &&
              typeof place === 'number'
            ? [list, kept<object>(values[list]).places[place] ?? place, ...rest]
            : issue.path
      context.addIssue({ ...issue, path })
    }
  })

/** Name of the field where a problem of the check page is put right. */
export function fieldOf(problem: Problem, methodology: Methodology): string {
  const [first, second] = problem.path ?? []
  if (first === 'answers') {
    const place = items(methodology).findIndex((item) => item.id === second)
    const part = ['answerReasonMissing', 'reasonTooShort'].includes(problem.code)
      ? 'reason'
      : 'optionId'
    return `answers.${String(place)}.${part}`
  }
  if (first === 'sources') return 'sourcesText'
  if (first === 'team') return 'team.0.name'
  if (first === 'risks') return 'noRisks'
  return (problem.path ?? []).join('.')
}
