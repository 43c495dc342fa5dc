import { and, eq, gte, inArray, like, lte, or, sql, type SQL } from 'drizzle-orm'
import { listingOf } from '#db/listing.ts'
import { papers } from '#db/schema/papers.ts'
import { persons } from '#db/schema/people.ts'
import type { FiledPaperKind, PaperStatus } from '#domain/papers/schema.ts'
import { searchWords } from '#domain/text/search.ts'
import { casePerson, personOf, type TypedText } from './case-filter.ts'
import { matchText } from './people-index.ts'

export interface PaperFilter {
  kinds?: readonly FiledPaperKind[]
  statuses?: readonly PaperStatus[]
  personId?: string
  subject?: { kind: string; id: string }
  /** Civil dates of the paper, both included. */
  from?: string
  to?: string
  /** Words of the person's name and village, or the beginning of the number. */
  text?: TypedText
}

function matchingText(searched: TypedText | undefined): SQL | undefined {
  const typed = searched?.text.trim() ?? ''
  if (typed === '') return undefined
  const byNumber = like(papers.number, sql`${escapeLike(typed)} || '%' escape '\\'`)
  const words = searchWords(typed)
  return words.length === 0
    ? byNumber
    : or(
        byNumber,
        sql`${persons.rowNo} in
          (select rowid from person_search where person_search match ${matchText(words)})`,
      )
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}

export const paperListing = listingOf({
  table: papers,
  joins: personOf(papers.personId),
  columns: {
    id: papers.id,
    kind: papers.kind,
    subjectId: papers.subjectId,
    number: papers.number,
    paperDate: papers.paperDate,
    status: papers.status,
    signedOn: papers.signedOn,
    printedAt: papers.printedAt,
    ...casePerson,
  },
  orders: { date: papers.paperDate, person: persons.sortKey },
  where: ({ kinds, statuses, personId, subject, from, to, text }: PaperFilter) =>
    and(
      kinds && inArray(papers.kind, [...kinds]),
      statuses && inArray(papers.status, [...statuses]),
      personId === undefined ? undefined : eq(papers.personId, personId),
      subject && and(eq(papers.subjectKind, subject.kind), eq(papers.subjectId, subject.id)),
      from === undefined ? undefined : gte(papers.paperDate, from),
      to === undefined ? undefined : lte(papers.paperDate, to),
      matchingText(text),
    ),
})
