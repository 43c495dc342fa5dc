import type { Catalogue } from './catalogues.ts'
import { holds, type Facts } from './conditions.ts'
import { withHardSpaces } from './hard-spaces.ts'
import { numbersOf, referenceText, type PartNumber, type PartNumbers } from './numbering.ts'
import type { StandardText, TextArticle, TextParagraph } from './standard-text.ts'
import { tokens } from './tokens.ts'

/** What one paper puts into a standard text. Values are already Bulgarian text; null = not known. */
export interface MergeValues {
  fields: Readonly<Record<string, string | null>>
  facts: Facts
  sexes: Readonly<Record<string, 'male' | 'female' | null>>
}

/** A run of printed words; `blank` is a dotted line so many ems wide, to be filled in by hand. */
export type Run = string | { strong: string } | { blank: number }

export interface ResolvedPoint {
  number: number
  runs: Run[]
}
export interface ResolvedParagraph {
  /** „(1)“; absent when the article has one paragraph only. */
  number?: number
  runs: Run[]
  points: ResolvedPoint[]
  insert?: 'activities' | 'week'
}
export interface ResolvedText {
  title: Run[]
  subtitle: Run[]
  preamble: ResolvedParagraph[]
  sections: {
    /** Roman number of the section. */
    number: string
    title: Run[]
    articles: { number: number; paragraphs: ResolvedParagraph[] }[]
  }[]
  closing: ResolvedParagraph[]
}

function runsOf(
  text: string,
  catalogue: Catalogue,
  values: MergeValues,
  at: PartNumbers,
  here: PartNumber | undefined,
): Run[] {
  const runs: Run[] = []
  const say = (text: string): void => {
    const last = runs.at(-1)
    const before = typeof last === 'object' && 'strong' in last ? last.strong : last
    // „3 ч. 30 мин.“ at the end of a sentence brings its own full stop.
    const doubled = text.startsWith('.') && typeof before === 'string' && before.endsWith('.')
    const words = doubled ? text.slice(1) : text
    if (words === '') return
    if (typeof last === 'string') runs[runs.length - 1] = last + words
    else runs.push(words)
  }
  for (const token of tokens(text)) {
    if (token.kind === 'words') say(token.text)
    else if (token.kind === 'reference') say(referenceText(at.get(token.target), here))
    else if (token.kind === 'bySex') {
      const sex = values.sexes[token.field] ?? null
      say(sex === null ? `${token.male}/${token.female}` : token[sex])
    } else if (token.kind === 'field') {
      const field = catalogue.fields[token.name]
      const value = values.fields[token.name]?.trim() ?? ''
      if (value === '') runs.push({ blank: field?.blank ?? 12 })
      else if (field?.strong === true) runs.push({ strong: value })
      else say(value)
    }
  }
  return runs.map((run) => (typeof run === 'string' ? withHardSpaces(run) : run))
}

/** Whichever point is the last one left, a list ends with a full stop. */
const ended = (words: string): string => words.replace(/;$/, '.')

/**
 * A standard text with the values of one paper: parts whose condition does not hold are gone, the
 * rest is numbered, fields are filled. The text has passed `checkText`, so nothing can be broken.
 */
export function mergeText(
  text: StandardText,
  catalogue: Catalogue,
  values: MergeValues,
): ResolvedText {
  const stands = (part: { when?: StandardText['preamble'][number]['when'] }): boolean =>
    holds(part.when, values.facts)
  const numbers = numbersOf(text, values.facts)
  const runs = (words: string, here?: PartNumber): Run[] =>
    runsOf(words, catalogue, values, numbers, here)

  const paragraphs = (list: TextParagraph[], inArticle?: number): ResolvedParagraph[] => {
    const standing = list.filter(stands)
    const numbered = inArticle !== undefined && standing.length > 1
    const here = (i: number): PartNumber | undefined =>
      inArticle === undefined
        ? undefined
        : { article: inArticle, ...(numbered ? { paragraph: i + 1 } : {}) }
    return standing.map((paragraph, i) => ({
      ...(numbered ? { number: i + 1 } : {}),
      runs: runs(paragraph.text, here(i)),
      points: (paragraph.points ?? []).filter(stands).map((point, j, all) => ({
        number: j + 1,
        runs: runs(j === all.length - 1 ? ended(point.text) : point.text, here(i)),
      })),
      ...(paragraph.insert === undefined ? {} : { insert: paragraph.insert }),
    }))
  }
  const article = (a: TextArticle): ResolvedText['sections'][number]['articles'][number] => {
    const number = numbers.get(a.id)?.article ?? 0
    return { number, paragraphs: paragraphs(a.paragraphs, number) }
  }

  return {
    title: runs(text.title),
    subtitle: text.subtitle === undefined ? [] : runs(text.subtitle),
    preamble: paragraphs(text.preamble),
    sections: text.sections
      .filter(stands)
      .map((section) => ({
        title: runs(section.title),
        articles: section.articles.filter(stands).map(article),
      }))
      .filter((section) => section.articles.length > 0)
      .map((section, i) => ({ number: roman(i + 1), ...section })),
    closing: paragraphs(text.closing ?? []),
  }
}

function roman(value: number): string {
  const steps: [number, string][] = [
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = value
  let text = ''
  for (const [worth, sign] of steps)
    while (rest >= worth) {
      text += sign
      rest -= worth
    }
  return text
}
