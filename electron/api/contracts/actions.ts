import { z } from 'zod'
import {
  contractInputSchema,
  signingInputSchema,
  terminationInputSchema,
} from '#domain/contracts/schema.ts'
import { contractStatusOn } from '#domain/contracts/states.ts'
import { termKindOf, latestEnd } from '#domain/contracts/term.ts'
import { formatSurnameFirst } from '#domain/text/format-person.ts'
import type { Db } from '#db/connection.ts'
import { findAssessmentRow } from '#db/queries/assessments.ts'
import {
  contractDraftOf,
  contractsOfPerson,
  countContracts,
  deleteContractDraft,
  findContract,
  insertContract,
  listContracts,
  setContract,
} from '#db/queries/contracts.ts'
import { paperStatusesOf } from '#db/queries/papers.ts'
import { approvedWithout } from '#db/queries/today.ts'
import { contractFaults, contractPaper, demandOwnRecords, limitsFor, placed } from './facts.ts'
import { issueContract } from './issue.ts'
import { basisOf, proposalFor, representativeChoices } from './proposal.ts'
import { contractViews, filterOf, type ContractsView } from './parts.ts'
import { annul, sendOut, signContract, terminate } from './steps.ts'
import { contractView, issueView, personLine } from './view.ts'
import { saveOrConflict } from '../kernel/conflict.ts'
import { existing, notFound, ruleError } from '../kernel/faults.ts'
import { keepHabit } from '../kernel/habits.ts'
import { action, read } from '../kernel/procedures.ts'
import { pdfFile } from '../papers/view.ts'

const id = z.string().min(1).max(64)
const version = z.int().min(1)
const reason = z.string().trim().max(2000, 'textTooLong')
const formOf = z.object({ contractId: id.nullable(), personId: id, input: contractInputSchema })

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

  /** A new contract of a person, filled in from assessment, plan and settings. */
  proposal: read(
    { permission: 'contracts.write', audit: 'dossier.opened', input: z.object({ personId: id }) },
    ({ input, db, actor, today, noteReading }) => {
      const proposal = proposalFor(db, actor, input.personId, today)
      noteReading(input.personId)
      const one = proposal.input
      return {
        ...proposal,
        person: personLine(db, input.personId),
        basis: one && basisOf(db, one),
        representatives: representativeChoices(db, input.personId),
      }
    },
  ),

  /** What stands between the form as it is and „Издай“. */
  check: read(
    { permission: 'contracts.write', audit: 'dossier.opened', input: formOf },
    ({ input: form, db, noteReading }) => {
      const one = { id: form.contractId, personId: form.personId, input: form.input }
      demandOwnRecords(db, one)
      noteReading(form.personId)
      const { startDate, endDate, service } = form.input
      const limits = limitsFor(db, service, startDate)
      return {
        problems: placed(one, contractFaults(db, one)),
        termKind: termKindOf(startDate, endDate, limits),
        latestEndDate: latestEnd(startDate, limits),
      }
    },
  ),

  /** The paper as it would be, with „ПРОЕКТ“ and without a number. */
  preview: read(
    { permission: 'contracts.write', audit: 'dossier.opened', input: formOf },
    async ({ input: form, db, office, noteReading }) => {
      const one = { id: form.contractId, personId: form.personId, input: form.input }
      demandOwnRecords(db, one)
      noteReading(form.personId)
      const { pdf } = await office.papers.render(contractPaper(db, one, null).request)
      return pdfFile(Uint8Array.from(pdf), 'draft')
    },
  ),

  /** A new draft, or the changes of one. */
  saveDraft: action(
    {
      permission: 'contracts.write',
      audit: 'contract.drafted',
      subject: 'contract',
      input: z.object({
        id: id.nullable(),
        version: version.nullable(),
        personId: id,
        input: contractInputSchema,
      }),
    },
    ({ input: given, tx, audit, actor, now }) => {
      const stamp = { at: now, by: actor.accountId }
      const { personId, input } = given
      demandOwnRecords(tx, { id: given.id, personId, input })
      const minutesPerMonth = findAssessmentRow(tx, input.assessmentId)?.grantedMinutes ?? 0
      const { place, copies, accountantSigns } = input
      keepHabit(tx, actor.accountId, 'contract', { place, copies, accountantSigns })
      if (given.id === null) {
        const other = contractDraftOf(tx, input.applicationId)
        if (other)
          throw ruleError([{ code: 'contractDraftExists', params: { contractId: other.id } }])
        const created = insertContract(tx, input, { personId, minutesPerMonth }, stamp)
        audit({ subjectId: created, personId })
        return { id: created, version: 1 }
      }
      const { id: contractId } = given
      const stored = existing(findContract(tx, contractId))
      if (stored.personId !== personId) throw notFound()
      if (stored.status !== 'draft') throw ruleError([{ code: 'contractLocked' }])
      const saved = saveOrConflict(
        tx,
        () => setContract(tx, contractId, given.version ?? 0, { ...input, minutesPerMonth }, stamp),
        () => findContract(tx, contractId),
      )
      audit({ subjectId: contractId, personId })
      return { id: contractId, version: saved }
    },
  ),

  /** Only a draft is deleted; what was issued is annulled. */
  deleteDraft: action(
    {
      permission: 'contracts.write',
      audit: 'contract.draftDeleted',
      subject: 'contract',
      input: z.object({ id, version }),
    },
    ({ input, tx, audit }) => {
      const stored = existing(findContract(tx, input.id))
      if (stored.status !== 'draft') throw ruleError([{ code: 'contractLocked' }])
      saveOrConflict(
        tx,
        () => {
          deleteContractDraft(tx, input.id, input.version)
        },
        () => findContract(tx, input.id),
      )
      audit({ subjectId: input.id, personId: stored.personId })
      return { deleted: true }
    },
  ),

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

  sendOut: action(
    {
      permission: 'papers.markSigned',
      audit: 'contract.sentOut',
      subject: 'contract',
      input: z.object({ id, version }),
    },
    (call) => {
      const contract = existing(findContract(call.tx, call.input.id))
      const saved = sendOut({ call, contract, version: call.input.version })
      call.audit({ subjectId: contract.id, personId: contract.personId })
      return { version: saved }
    },
  ),

  markSigned: action(
    {
      permission: 'papers.markSigned',
      audit: 'contract.signed',
      subject: 'contract',
      input: z.object({ id, version, signing: signingInputSchema }),
    },
    (call) => {
      const { signing } = call.input
      const contract = existing(findContract(call.tx, call.input.id))
      const saved = signContract({ call, contract, version: call.input.version }, signing)
      call.audit({ subjectId: contract.id, personId: contract.personId, payload: signing })
      return { version: saved }
    },
  ),

  terminate: action(
    {
      permission: 'contracts.terminate',
      audit: 'contract.terminated',
      subject: 'contract',
      input: z.object({ id, version, termination: terminationInputSchema }),
    },
    (call) => {
      const { termination } = call.input
      const contract = existing(findContract(call.tx, call.input.id))
      const done = terminate({ call, contract, version: call.input.version }, termination)
      call.audit({ subjectId: contract.id, personId: contract.personId, payload: termination })
      return done
    },
  ),

  annul: action(
    {
      permission: 'contracts.annul',
      audit: 'contract.annulled',
      subject: 'contract',
      input: z.object({ id, version, reason }),
    },
    (call) => {
      const contract = existing(findContract(call.tx, call.input.id))
      const saved = annul({ call, contract, version: call.input.version }, call.input.reason)
      call.audit({
        subjectId: contract.id,
        personId: contract.personId,
        payload: { reason: call.input.reason },
      })
      return { version: saved }
    },
  ),
}
