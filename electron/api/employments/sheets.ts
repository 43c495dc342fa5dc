import { z } from 'zod'
import { appendAudit } from '#db/audit/append.ts'
import type { Db } from '#db/connection.ts'
import { catalogueEntry } from '#db/queries/employment-catalogue.ts'
import { findEmployment } from '#db/queries/employments.ts'
import type { EmploymentRow } from '#db/schema/employments.ts'
import { buildConfidentiality, buildJobDescription } from '#papers/employments/sheets.ts'
import { existing, ruleError } from '../kernel/faults.ts'
import { id } from '../kernel/ids.ts'
import { handOut } from '../kernel/long-work.ts'
import { pdfFile } from '../kernel/printing.ts'
import { aboutFacts } from './end.ts'

const sheets = ['jobDescription', 'confidentiality'] as const

function built(db: Db, row: EmploymentRow, sheet: (typeof sheets)[number]) {
  const entry = catalogueEntry(db, row.positionId)
  const facts = {
    ...aboutFacts(db, row),
    draft: false,
    number: null,
    date: null,
    code: entry?.code ?? null,
    on: row.contractDate,
  }
  if (sheet === 'confidentiality') return buildConfidentiality(facts)
  const duties = (entry?.duties ?? '').split('\n').filter((duty) => duty.trim() !== '')
  if (duties.length === 0) throw ruleError([{ code: 'dutiesMissing' }])
  return buildJobDescription({ ...facts, duties })
}

/** What is handed over with the contract: printed and forgotten; that it was printed stays. */
export const printSheet = handOut(
  {
    permission: 'employments.write',
    audit: 'employment.sheetPrinted',
    input: z.object({ id, sheet: z.enum(sheets) }),
  },
  async ({ office, input, database }) => {
    const row = existing(findEmployment(database.orm, input.id))
    if (row.number === null)
      throw ruleError([{ code: 'eventNotAllowed', params: { state: row.status } }])
    const { data, documentDate } = built(database.orm, row, input.sheet)
    const { pdf } = await office.papers.render({ layout: 'statement', data, documentDate })
    return { pdf, personId: row.personId }
  },
  ({ made, database, actor, now, input }) => {
    database.transaction((tx) => {
      appendAudit(tx, {
        at: now,
        actor: actor.accountId,
        action: 'employment.sheetPrinted',
        subjectKind: 'employment',
        subjectId: input.id,
        personId: made.personId,
        payload: { sheet: input.sheet },
      })
    })
    return pdfFile(made.pdf, input.sheet)
  },
)
