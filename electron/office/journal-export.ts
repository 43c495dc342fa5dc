import i18next from 'i18next'
import { kindOfAction } from '#domain/audit/actions.ts'
import { filterWords } from '#domain/audit/filter.ts'
import { sentenceOf, type Translate } from '#domain/audit/sentence.ts'
import { formatInstant } from '#domain/text/format.ts'
import { formatInitials } from '#domain/text/format-person.ts'
import type { Db } from '#db/connection.ts'
import { findAccount } from '#db/queries/accounts.ts'
import { countJournal, journalBefore } from '#db/queries/audit-journal.ts'
import { namesOfPeople } from '#db/queries/people-list.ts'
import { journalLines } from '#electron/api/audit/view.ts'
import bgApplications from '#locales/bg/applications.json' with { type: 'json' }
import bgAssessments from '#locales/bg/assessments.json' with { type: 'json' }
import bgAudit from '#locales/bg/audit.json' with { type: 'json' }
import bgOffice from '#locales/bg/office.json' with { type: 'json' }
import bgPeople from '#locales/bg/people.json' with { type: 'json' }
import bgPlans from '#locales/bg/plans.json' with { type: 'json' }
import enApplications from '#locales/en/applications.json' with { type: 'json' }
import enAssessments from '#locales/en/assessments.json' with { type: 'json' }
import enAudit from '#locales/en/audit.json' with { type: 'json' }
import enOffice from '#locales/en/office.json' with { type: 'json' }
import enPeople from '#locales/en/people.json' with { type: 'json' }
import enPlans from '#locales/en/plans.json' with { type: 'json' }
import type { JournalExport } from '#electron/api/kernel/jobs.ts'
import type { WorkbookTable } from './workbook.ts'

const rowsAtOnce = 500

/** The same sentences as on the page, in its language. */
function wordsIn(language: 'bg' | 'en'): Translate {
  const words = i18next.createInstance()
  void words.init({
    lng: language,
    fallbackLng: 'bg',
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: {
      bg: {
        applications: bgApplications,
        assessments: bgAssessments,
        audit: bgAudit,
        office: bgOffice,
        people: bgPeople,
        plans: bgPlans,
      },
      en: {
        applications: enApplications,
        assessments: enAssessments,
        audit: enAudit,
        office: enOffice,
        people: enPeople,
        plans: enPlans,
      },
    },
  })
  return (key, params) => words.t(key, params ?? {})
}

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
        { title: t('audit:column.seq'), width: 10, kind: 'number' },
        { title: t('audit:column.at'), width: 18, kind: 'instant' },
        { title: t('audit:column.by'), width: 24, kind: 'text' },
        { title: t('audit:column.kind'), width: 14, kind: 'text' },
        { title: t('audit:column.what'), width: 70, kind: 'text' },
        { title: t('audit:column.person'), width: 14, kind: 'text' },
        { title: t('audit:column.remark'), width: 34, kind: 'text' },
      ],
      rows: pages(),
    },
  }

  function* pages() {
    for (let before = filter.upTo + 1; ;) {
      const found = journalBefore(db, filter, before, rowsAtOnce)
      if (found.length === 0) return
      yield journalLines(db, roles, found).map((line) => [
        line.seq,
        line.at,
        line.by,
        t(`audit:kind.${kindOfAction(line.action)}`),
        sentenceOf(line, t),
        line.person,
        line.clockBack ? t('audit:clockBack') : null,
      ])
      before = found.at(-1)?.seq ?? 0
    }
  }
}
