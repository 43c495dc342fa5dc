import { z } from 'zod'
import { contractStatusOn } from '#domain/contracts/states.ts'
import { formatSurnameFirst } from '#domain/text/format-person.ts'
import type { Db } from '#db/connection.ts'
import {
  contractsOfPerson,
  countContracts,
  findContract,
  listContracts,
} from '#db/queries/contracts.ts'
import { paperStatusesOf } from '#db/queries/papers.ts'
import { approvedWithout } from '#db/queries/today.ts'
import { contractDrafts } from './drafts.ts'
import { issueContract } from './issue.ts'
import { contractViews, filterOf, type ContractsView } from './parts.ts'
import { contractSteps } from './steps.ts'
import { contractView, issueView } from './view.ts'
import { existing } from '../kernel/faults.ts'
import { id } from '../kernel/ids.ts'
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
  list: read(
    {
      permission: 'contracts.read',
      audit: 'list.opened',
      input: z.object({
        view: z.enum(contractViews),
        text: z.string().max(120).default(''),
        order: z.object({
          by: z.enum(['contractDate', 'name', 'number', 'endDate']),
          descending: z.boolean(),
        }),
        offset: z.int().min(0),
        limit: z.int().min(1).max(500),
      }),
    },
    ({ input, db, today, noteList }) => {
      noteList('contracts')
      const filter = { ...filterOf(input.view, today), text: input.text }
      const lines = listContracts(db, filter, input.order, input)
      const papers = paperStatusesOf(
        db,
        'contract',
        lines.map((line) => line.id),
      )
      return {
        total: countContracts(db, filter),
        rows: lines.map((line) => ({
          id: line.id,
          personId: line.personId,
          name: formatSurnameFirst(line),
          number: line.number,
          contractDate: line.contractDate,
          startDate: line.startDate,
          endDate: line.endedOn ?? line.endDate,
          minutesPerMonth: line.minutesPerMonth,
          assistants: line.assistants.map(({ name }) => name),
          status: contractStatusOn(line, today),
          paper: papers.get(line.id)?.status ?? null,
        })),
      }
    },
  ),

  /** How many each part of the list holds, and how many people wait for a contract. */
  counts: read(
    { permission: 'contracts.read', audit: 'none', input: z.object({}) },
    ({ db, today }) => ({
      ...(Object.fromEntries(
        contractViews.map((view) => [view, countContracts(db, filterOf(view, today))]),
      ) as Record<ContractsView, number>),
      ready: approvedWithout(db, 'contract').length,
    }),
  ),

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
