import { z } from 'zod'
import { contractsList } from '#domain/contracts/list.ts'
import { contractStatusOn } from '#domain/contracts/days.ts'
import { formatSurnameFirst } from '#domain/text/format-person.ts'
import type { Db } from '#db/connection.ts'
import { contractsOfPerson, findContract } from '#db/queries/contracts.ts'
import { contractListing } from '#db/queries/contracts-list.ts'
import { paperStatusesOf } from '#db/queries/papers.ts'
import { approvedWithout } from '#db/queries/today.ts'
import { contractDrafts } from './drafts.ts'
import { issueContract } from './issue.ts'
import { contractsSource } from './list.ts'
import { contractSteps } from './steps.ts'
import { contractView, issueView } from './view.ts'
import { existing } from '../kernel/faults.ts'
import { id } from '../kernel/ids.ts'
import { defineList } from '../kernel/lists.ts'
import { read } from '../kernel/procedures.ts'

const ready = (db: Db) =>
  approvedWithout(db, 'contract').map((line) => ({
    personId: line.personId,
    name: formatSurnameFirst(line),
    entryNumber: line.number ?? '',
    entryDate: line.entryDate,
  }))

/** Contracts for use of a service: draft, issue, signature, end. */
export default {
  ...defineList(contractsList, contractsSource),

  /** How many drafts there are, and how many people wait for a contract. */
  counts: read({ permission: 'contracts.read', audit: 'none', input: z.object({}) }, ({ db }) => ({
    draft: contractListing.count(db, { statuses: ['draft'] }),
    ready: approvedWithout(db, 'contract').length,
  })),

  /** „Готови за договор“: approved hours, approved plan, no contract. */
  ready: read(
    { permission: 'contracts.write', audit: 'list.opened', input: z.object({}) },
    ({ db, noteList }) => {
      noteList('contracts')
      return ready(db)
    },
  ),

  ofPerson: read(
    { permission: 'contracts.read', audit: 'dossier.opened', input: z.object({ personId: id }) },
    ({ input, db, today, noteReading }) => {
      noteReading(input.personId)
      const rows = contractsOfPerson(db, input.personId)
      const papers = paperStatusesOf(
        db,
        'contract',
        rows.map((row) => row.id),
      )
      return rows.map((row) => ({
        id: row.id,
        number: row.number,
        contractDate: row.contractDate,
        startDate: row.startDate,
        endDate: row.endDate,
        endedOn: row.endedOn,
        minutesPerMonth: row.minutesPerMonth,
        status: contractStatusOn(row, today),
        paper: papers.get(row.id)?.status ?? null,
      }))
    },
  ),

  find: read(
    { permission: 'contracts.read', audit: 'dossier.opened', input: z.object({ id }) },
    ({ input, db, actor, today, noteReading }) => {
      const row = existing(findContract(db, input.id))
      noteReading(row.personId)
      return contractView(db, actor, row, today)
    },
  ),

  ...contractDrafts,

  /** What „Издай“ would do: number, dates, obstacles. Nothing is drawn. */
  issuing: read(
    { permission: 'contracts.issue', audit: 'dossier.opened', input: z.object({ id }) },
    ({ input, db, today, noteReading }) => {
      const row = existing(findContract(db, input.id))
      noteReading(row.personId)
      return issueView(db, row, today)
    },
  ),

  issue: issueContract,

  ...contractSteps,
}
