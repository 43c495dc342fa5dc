import { kindOfAction } from '#domain/audit/actions.ts'
import { filterWords } from '#domain/audit/filter.ts'
import { sentenceOf } from '#domain/audit/sentence.ts'
import { formatInstant } from '#domain/text/format.ts'
import { formatInitials } from '#domain/text/format-person.ts'
import type { Db } from '#db/connection.ts'
import { findAccount } from '#db/queries/accounts.ts'
import { countJournal, journalBefore } from '#db/queries/audit-journal.ts'
import { namesOfPeople } from '#db/queries/people-list.ts'
import { journalLines } from '#electron/api/audit/view.ts'
import type { JournalExport } from '#electron/api/kernel/jobs.ts'
import { wordsIn } from './words.ts'
import type { WorkbookTable } from './workbook.ts'

const rowsAtOnce = 500

/** The filtered journal as a table: exactly the rows of the page, by what the role may see. */
export function journalTable(
  db: Db,
  { filter, asked, roles, language }: JournalExport,
  now: string,
): { table: WorkbookTable; total: number } {
  const t = wordsIn(language)
  const total = countJournal(db, filter)
  const person = asked.personId === undefined ? undefined : namesOfPeople(db, [asked.personId])
  const names = person?.get(asked.personId ?? '')
  const said = filterWords(
    {
      ...asked,
      // Initials: a workbook leaves the house.
      person: names && formatInitials(names),
      account:
        asked.actor === undefined
          ? undefined
          : asked.actor === null
            ? ''
            : (findAccount(db, asked.actor)?.displayName ?? ''),
    },
    t,
  ).map(({ text }) => text)
  return {
    total,
    table: {
      sheetName: t('audit:workbook.sheet'),
      note: t('audit:workbook.note', {
        filter: said.length === 0 ? t('audit:workbook.everything') : said.join('; '),
        when: formatInstant(now),
      }),
      columns: [
        { id: 'seq', title: t('audit:column.seq'), width: 10, kind: 'number' },
        { id: 'at', title: t('audit:column.at'), width: 18, kind: 'instant' },
        { id: 'by', title: t('audit:column.by'), width: 24, kind: 'text' },
        { id: 'kind', title: t('audit:column.kind'), width: 14, kind: 'text' },
        { id: 'what', title: t('audit:column.what'), width: 70, kind: 'text' },
        { id: 'person', title: t('audit:column.person'), width: 14, kind: 'text' },
        { id: 'remark', title: t('audit:column.remark'), width: 34, kind: 'text' },
      ],
      total,
      rows: pages(),
    },
  }

  function* pages() {
    for (let before = filter.upTo + 1; ;) {
      const found = journalBefore(db, filter, before, rowsAtOnce)
      if (found.length === 0) return
      yield journalLines(db, roles, found).map((line) => ({
        id: String(line.seq),
        cells: [
          line.seq,
          line.at,
          line.by,
          t(`audit:kind.${kindOfAction(line.action)}`),
          sentenceOf(line, t),
          line.person,
          line.clockBack ? t('audit:clockBack') : null,
        ],
      }))
      before = found.at(-1)?.seq ?? 0
    }
  }
}
