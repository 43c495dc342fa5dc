import { z } from 'zod'
import { employmentsList } from '#domain/employments/list.ts'
import { employmentsOfPerson, findEmployment } from '#db/queries/employments.ts'
import { existing } from '../kernel/faults.ts'
import { id } from '../kernel/ids.ts'
import { defineList } from '../kernel/lists.ts'
import { read } from '../kernel/procedures.ts'
import { employmentAnnexSteps } from './annexes.ts'
import { employmentDrafts } from './drafts.ts'
import { endEmployment } from './end.ts'
import { issueEmployment } from './issue.ts'
import { employmentsSource } from './list.ts'
import { printNotice } from './notices.ts'
import { printSheet } from './sheets.ts'
import { employmentSteps } from './steps.ts'
import { employmentView, issueView, linesOf } from './view.ts'

/** Labour and civil contracts of assistants and staff: draft, issue, signature, change, end. */
export default {
  ...defineList(employmentsList, employmentsSource),

  ofPerson: read(
    { permission: 'employments.read', audit: 'dossier.opened', input: z.object({ personId: id }) },
    ({ input, db, today, noteReading }) => {
      noteReading(input.personId)
      return linesOf(db, employmentsOfPerson(db, input.personId), today)
    },
  ),

  find: read(
    { permission: 'employments.read', audit: 'dossier.opened', input: z.object({ id }) },
    ({ input, db, actor, today, noteReading }) => {
      const row = existing(findEmployment(db, input.id))
      noteReading(row.personId)
      return employmentView(db, actor, row, today)
    },
  ),

  ...employmentDrafts,

  /** What „Издай“ would do: number, dates, obstacles. Nothing is drawn. */
  issuing: read(
    { permission: 'employments.issue', audit: 'dossier.opened', input: z.object({ id }) },
    ({ input, db, today, noteReading }) => {
      const row = existing(findEmployment(db, input.id))
      noteReading(row.personId)
      return issueView(db, row, today)
    },
  ),

  issue: issueEmployment,
  end: endEmployment,
  printNotice,
  printSheet,
  ...employmentSteps,
  ...employmentAnnexSteps,
}
