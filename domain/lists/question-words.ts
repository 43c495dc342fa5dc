import { printablePart } from '#domain/text/printable.ts'
import { viewOf } from './ask.ts'
import type { Say } from './cells.ts'
import type { ListColumn, ListFilter, ListQuestion, ListView } from './shape.ts'

/** What a list is narrowed to, one text for each part: stands above the rows on paper and in a workbook. */
export function questionWords(
  shape: {
    views: readonly ListView[]
    filters: readonly ListFilter[]
    columns: readonly ListColumn<never>[]
  },
  question: ListQuestion,
  say: Say,
): string[] {
  const view = viewOf(shape, question)
  const viewed = shape.views.find(({ id }) => id === view)
  const text = printablePart(question.text)
  return [
    ...(viewed && view !== shape.views[0]?.id ? [say(viewed.label)] : []),
    ...shape.filters.flatMap((filter) => {
      const value = question.filters[filter.id]
      if (value === undefined || value === '') return []
      const option = filter.options?.find(({ id }) => id === value)
      const name = option ? say(option.label) : value
      return [filter.chip ? say(filter.chip, { value: name }) : name]
    }),
    ...(text === '' ? [] : [say('lists:said.text', { text })]),
    ...(question.chosen ? [say('lists:said.chosen')] : []),
  ]
}
