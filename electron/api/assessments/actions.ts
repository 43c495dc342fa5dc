import { createHash } from 'node:crypto'
import { z } from 'zod'
import { assessmentsList } from '#domain/assessments/list.ts'
import { mayEdit } from '#domain/assessments/rules.ts'
import { assessmentInputSchema, type AssessmentInput } from '#domain/assessments/schema.ts'
import { canonicalText } from '#domain/methodologies/validate.ts'
import { formatSettlement, formatSurnameFirst } from '#domain/text/format-person.ts'
import { applicationListing } from '#db/queries/applications-list.ts'
import {
  assessmentsOfApplication,
  assessmentsOfPerson,
  getAssessment,
  insertAssessment,
  lastApprovedAssessment,
  nextAssessmentRevision,
  updateAssessment,
} from '#db/queries/assessments.ts'
import { countAssessmentsToApprove } from '#db/queries/assessments-list.ts'
import { lockMethodology, methodologyOnDate } from '#db/queries/methodologies.ts'
import { getPerson } from '#db/queries/people.ts'
import { assessmentCase, openOf } from './facts.ts'
import { assessmentsSource } from './list.ts'
import { assessmentFacts, assessmentSheet } from './paper.ts'
import { applicationFollows } from './moves.ts'
import { assessmentSteps } from './steps.ts'
import { assessmentView, demandStart, sheetOf, versionLine } from './view.ts'
import { changesBetween } from '../kernel/changes.ts'
import { formOf, saveOrConflict } from '../kernel/conflict.ts'
import { demand, existing, ruleError } from '../kernel/faults.ts'
import { action } from '../kernel/actions.ts'
import { id, version } from '../kernel/ids.ts'
import { searchable } from '../kernel/list-source.ts'
import { defineList } from '../kernel/lists.ts'
import { pdfFile } from '../kernel/printing.ts'
import { stampOf } from '../kernel/steps.ts'
import { read } from '../kernel/procedures.ts'

const window = { offset: z.int().min(0).max(10_000_000), limit: z.int().min(1).max(200) }

/** States of an application that waits for a visit. */
const toAssess = ['admitted', 'forAssessment'] as const

/** Needs of a person and the hours they are given: ЗСУ чл. 6 and чл. 80. */
export default {
  ...defineList(assessmentsList, assessmentsSource),

  /** How many wait for this account's approval, and how many applications for a visit. */
  counts: read(
    { permission: 'assessments.read', audit: 'none', input: z.object({}) },
    ({ db, actor }) => ({
      toApprove: countAssessmentsToApprove(db, actor.accountId),
      toAssess: applicationListing.count(db, { states: toAssess }),
    }),
  ),

  /** Applications that wait for a visit, oldest first. */
  waiting: read(
    {
      permission: 'assessments.write',
      audit: 'list.opened',
      input: z.object({ text: z.string().max(120).default(''), ...window }),
    },
    ({ input, db, actor, noteList }) => {
      noteList('assessments')
      const filter = { text: searchable(input.text, actor.roles), states: toAssess }
      const found = applicationListing.rows(db, filter, [{ by: 'entryDate' }], input)
      return {
        rows: found.map((line) => {
          const all = assessmentsOfApplication(db, line.id)
          return {
            id: line.id,
            personId: line.personId,
            name: formatSurnameFirst(line),
            settlement: formatSettlement(line),
            entryNumber: line.entryNumber,
            entryDate: line.entryDate,
            open: openOf(all)?.status ?? null,
            attempts: all.filter((row) => row.status === 'notCarriedOut').length,
          }
        }),
        total: applicationListing.count(db, filter),
      }
    },
  ),

  ofPerson: read(
    {
      permission: 'assessments.read',
      audit: 'dossier.opened',
      input: z.object({ personId: id }),
    },
    ({ input, db, noteReading }) => {
      existing(getPerson(db, input.personId))
      noteReading(input.personId)
      return assessmentsOfPerson(db, input.personId).map(versionLine)
    },
  ),

  find: read(
    { permission: 'assessments.read', audit: 'assessment.opened', input: z.object({ id }) },
    ({ input, db, actor, today, noteReading }) => {
      const view = assessmentView(db, input.id, actor, today)
      noteReading(view.person.id, { kind: 'assessment', id: view.id })
      return view
    },
  ),

  /** The sheet of an application for writing, begun or new. */
  sheet: read(
    {
      permission: 'assessments.write',
      audit: 'assessment.openedForEditing',
      input: z.object({ applicationId: id }),
    },
    ({ input, db, actor, today, noteReading }) => {
      const sheet = sheetOf(db, input.applicationId, actor, today)
      if (sheet.kind === 'sheet')
        noteReading(sheet.person.id, { kind: 'application', id: input.applicationId })
      return sheet
    },
  ),

  /** The sheet as it stands, „ПРОЕКТ“ across it. */
  draftPdf: read(
    { permission: 'assessments.read', audit: 'assessment.shown', input: z.object({ id }) },
    async ({ input, db, office, today, signal, noteReading }) => {
      const stored = getAssessment(db, input.id)
      noteReading(stored.row.personId, { kind: 'assessment', id: stored.row.id })
      const { facts } = assessmentFacts(db, stored, null, today)
      const { pdf } = await office.papers.render(assessmentSheet(facts).request, signal)
      return pdfFile(pdf, 'assessment')
    },
  ),

  /** Begins a sheet or saves it, finished or not. */
  save: action(
    {
      permission: 'assessments.write',
      audit: 'assessment.saved',
      subject: 'assessment',
      input: z.object({
        id: id.nullable(),
        version: version.nullable(),
        methodologyVersionId: id,
        data: assessmentInputSchema,
      }),
    },
    (call) => {
      const { input, tx, audit, today } = call
      const found = assessmentCase(tx, input.data.applicationId)
      if (input.id === null) {
        demandStart(found)
        if (found.all.some((row) => row.status === 'approved'))
          throw ruleError([{ code: 'assessmentHasVersions' }])
        const methodology = methodologyOnDate(tx, today)
        // The page was opened under another version: its rows are not the ones to be answered.
        if (methodology?.id !== input.methodologyVersionId)
          throw ruleError([{ code: 'methodologyChanged' }])
        const created = insertAssessment(
          tx,
          { ...input.data, kind: 'initial', updateReason: null, updateReasonText: '' },
          {
            personId: found.person.id,
            methodologyVersionId: methodology.id,
            revision: nextAssessmentRevision(tx, found.application.id),
            previousId: lastApprovedAssessment(tx, found.person.id)?.row.id ?? null,
          },
          stampOf(call),
        )
        lockMethodology(tx, methodology.id)
        applicationFollows(call, found.application.id, 'start')
        audit({ subjectId: created, personId: found.person.id, payload: { begun: true } })
        return { id: created, version: 1 }
      }
      const before = getAssessment(tx, input.id)
      demand(mayEdit(before.row.status))
      const { applicationId, kind } = before.input
      const data: AssessmentInput = { ...input.data, applicationId, kind }
      const saved = saveOrConflict(
        tx,
        () => updateAssessment(tx, before.row.id, input.version ?? 0, data, stampOf(call)),
        () => formOf(before.row, before.input),
      )
      audit({
        subjectId: before.row.id,
        personId: before.row.personId,
        payload: changesBetween(before.input, data, short),
      })
      return { id: before.row.id, version: saved }
    },
  ),

  ...assessmentSteps,
}

/** A big text goes into the journal by its fingerprint. */
function short(value: unknown): unknown {
  const text = canonicalText(value)
  return text.length <= 400 ? value : { sha256: createHash('sha256').update(text).digest('hex') }
}
