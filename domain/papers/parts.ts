import type { Condition } from './conditions.ts'
import type { StandardText } from './standard-text.ts'

/** One place of a standard text that carries words, with every condition on the way to it. */
export type Part = {
  /** Where it is in the text, for the problem list: `['sections', 2, 'articles', 0, …, 'text']`. */
  path: (string | number)[]
  /** Full name for cross references: `article`, `article.paragraph`, `article.paragraph.point`. */
  target?: string
  conditions: Condition[]
  own: Condition | undefined
  text?: string
}

const when = (c: Condition | undefined): Condition[] => (c === undefined ? [] : [c])

type ParagraphLike = {
  id?: string | undefined
  when?: Condition | undefined
  text: string
  points?: { id?: string | undefined; when?: Condition | undefined; text: string }[] | undefined
}

function paragraphParts(
  paragraph: ParagraphLike,
  path: (string | number)[],
  outer: Condition[],
  article: string | undefined,
): Part[] {
  const conditions = [...outer, ...when(paragraph.when)]
  const target =
    paragraph.id === undefined ? undefined : article ? `${article}.${paragraph.id}` : paragraph.id
  const own: Part = {
    path: [...path, 'text'],
    conditions,
    own: paragraph.when,
    text: paragraph.text,
    ...(target === undefined ? {} : { target }),
  }
  const points = (paragraph.points ?? []).map((point, i): Part => {
    const base = target ?? article
    return {
      path: [...path, 'points', i, 'text'],
      conditions: [...conditions, ...when(point.when)],
      own: point.when,
      text: point.text,
      ...(point.id === undefined || base === undefined ? {} : { target: `${base}.${point.id}` }),
    }
  })
  return [own, ...points]
}

/** All parts of a text in reading order. */
export function partsOf(text: StandardText): Part[] {
  const parts: Part[] = [{ path: ['title'], conditions: [], own: undefined, text: text.title }]
  if (text.subtitle !== undefined)
    parts.push({ path: ['subtitle'], conditions: [], own: undefined, text: text.subtitle })
  text.preamble.forEach((paragraph, i) => {
    parts.push(...paragraphParts(paragraph, ['preamble', i], [], undefined))
  })
  text.closing?.forEach((paragraph, i) => {
    parts.push(...paragraphParts(paragraph, ['closing', i], [], undefined))
  })
  text.sections.forEach((section, s) => {
    const inSection = when(section.when)
    const path = ['sections', s]
    parts.push({
      path: [...path, 'title'],
      conditions: inSection,
      own: section.when,
      text: section.title,
    })
    section.articles.forEach((article, a) => {
      const inArticle = [...inSection, ...when(article.when)]
      const articlePath = [...path, 'articles', a]
      parts.push({
        path: articlePath,
        target: article.id,
        conditions: inArticle,
        own: article.when,
      })
      article.paragraphs.forEach((paragraph, p) => {
        const at = [...articlePath, 'paragraphs', p]
        parts.push(...paragraphParts(paragraph, at, inArticle, article.id))
      })
    })
  })
  return parts
}
