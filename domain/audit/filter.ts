import { formatDate } from '#domain/text/format.ts'
import type { JournalKind } from './actions.ts'
import type { Translate } from './sentence.ts'

/** What the journal is narrowed to, with the names that are shown for the ids. */
export interface NamedFilter {
  /** As the reader knows them; undefined: everybody's. */
  person?: string | undefined
  /** '' for what was done while nobody was logged in; undefined: all profiles. */
  account?: string | undefined
  kind?: JournalKind | undefined
  /** Civil dates, both included. */
  from?: string | undefined
  to?: string | undefined
}

export type FilterPart = 'person' | 'account' | 'kind' | 'period'

/** The filter as words, one for each part: chips above the list, first row of the workbook. */
export function filterWords(
  { person, account, kind, from, to }: NamedFilter,
  t: Translate,
): { part: FilterPart; text: string }[] {
  const words: { part: FilterPart; text: string }[] = []
  if (person !== undefined)
    words.push({ part: 'person', text: t('audit:filter.personIs', { person }) })
  if (account !== undefined)
    words.push({
      part: 'account',
      text: t('audit:filter.accountIs', {
        account: account === '' ? t('audit:filter.nobody') : account,
      }),
    })
  if (kind !== undefined)
    words.push({ part: 'kind', text: t('audit:filter.kindIs', { kind: t(`audit:kind.${kind}`) }) })
  const period = { from: from ? formatDate(from) : '', to: to ? formatDate(to) : '' }
  if (from !== undefined && from === to)
    words.push({ part: 'period', text: t('audit:filter.onDay', { day: period.from }) })
  else if (from !== undefined && to !== undefined)
    words.push({ part: 'period', text: t('audit:filter.between', period) })
  else if (from !== undefined)
    words.push({ part: 'period', text: t('audit:filter.since', { from: period.from }) })
  else if (to !== undefined)
    words.push({ part: 'period', text: t('audit:filter.until', { to: period.to }) })
  return words
}
