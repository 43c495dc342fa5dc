import { holds, type Facts } from './conditions.ts'
import type { StandardText } from './standard-text.ts'

/** Where a part stands in one paper; `paragraph` only where the article has more than one. */
export interface PartNumber {
  article: number
  paragraph?: number
  point?: number
}
export type PartNumbers = ReadonlyMap<string, PartNumber>

/** Numbers of all parts that stand under these facts; articles run on through the sections. */
export function numbersOf(text: StandardText, facts: Facts): PartNumbers {
  const numbers = new Map<string, PartNumber>()
  let articleNumber = 0
  for (const section of text.sections) {
    if (!holds(section.when, facts)) continue
    for (const article of section.articles) {
      if (!holds(article.when, facts)) continue
      articleNumber += 1
      numbers.set(article.id, { article: articleNumber })
      const standing = article.paragraphs.filter((p) => holds(p.when, facts))
      standing.forEach((paragraph, p) => {
        const own: PartNumber = {
          article: articleNumber,
          ...(standing.length > 1 ? { paragraph: p + 1 } : {}),
        }
        const target = paragraph.id === undefined ? article.id : `${article.id}.${paragraph.id}`
        if (paragraph.id !== undefined) numbers.set(target, own)
        const points = (paragraph.points ?? []).filter((point) => holds(point.when, facts))
        points.forEach((point, i) => {
          if (point.id !== undefined) numbers.set(`${target}.${point.id}`, { ...own, point: i + 1 })
        })
      })
    }
  }
  return numbers
}

/**
 * „чл. 6, ал. 2, т. 1“ with spaces that do not break (U+00A0). Within the same article „ал. 2“ is
 * enough, within the same paragraph „т. 1“, as statutes are written.
 */
export function referenceText(at: PartNumber | undefined, here?: PartNumber): string {
  if (at === undefined) return ''
  const sameArticle = here?.article === at.article
  const sameParagraph = sameArticle && here.paragraph === at.paragraph
  const deeper = at.paragraph !== undefined || at.point !== undefined
  const parts: string[] = []
  if (!sameArticle || !deeper) parts.push(`чл.\u00a0${String(at.article)}`)
  if (at.paragraph !== undefined && !(sameParagraph && at.point !== undefined))
    parts.push(`ал.\u00a0${String(at.paragraph)}`)
  if (at.point !== undefined) parts.push(`т.\u00a0${String(at.point)}`)
  return parts.join(', ')
}
