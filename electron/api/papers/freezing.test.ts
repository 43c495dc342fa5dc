import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addDays } from '#domain/calendar/civil-date.ts'
import type { FiledPaperKind } from '#domain/papers/schema.ts'
import type { PersonData } from '#domain/people/schema.ts'
import { listAccounts } from '#db/queries/accounts.ts'
import { papersOfPerson } from '#db/queries/papers.ts'
import { getPerson, updatePerson } from '#db/queries/people.ts'
import { numbersOfSubject } from '#db/queries/registry-numbers.ts'
import { refusal } from '../testing/refusal.ts'
import { approvedCase as approvedAssessment } from '../testing/approved-assessment.ts'
import { finishedAssessment, personWithApplication } from '../testing/assessment-data.ts'
import { assignedPair, changeInput, choiceInput, pairOf } from '../testing/assignment-data.ts'
import { approvedCase } from '../testing/cases.ts'
import {
  annexInput,
  draftEmployment,
  endInput,
  signedEmployment,
} from '../testing/employment-data.ts'
import { heldEvent } from '../testing/event-data.ts'
import { click, openOffice, testToday, type Client, type RunningOffice } from '../testing/office.ts'
import { planInput } from '../testing/plan-data.ts'
import { begunCard, scoredCard } from '../testing/selection-data.ts'

let running: RunningOffice
let worker: Client
let head: Client
beforeEach(async () => {
  running = await openOffice()
  worker = await running.as('socialWorker')
  head = await running.as('head')
})
afterEach(() => running.dispose())

const db = () => running.office.vault.database()

function rename(personId: string) {
  const by = listAccounts(db().orm)[0]?.id ?? ''
  db().transaction((tx) => {
    const person = getPerson(tx, personId)
    if (!person) throw new Error('nobody to rename')
    const { id, version, ...data } = person
    const stamp = { at: running.office.now(), by }
    updatePerson(tx, id, version, { ...(data as PersonData), lastName: 'Преименувана' }, stamp)
  })
}

interface ReadyToFreeze {
  personId: string
  id: string
  freeze: () => Promise<unknown>
}

/** A letter is made together with its record: its own test freezes it. */
type Kind = Exclude<FiledPaperKind, 'letter'>

/** Each other kind of paper, one click before it is frozen. */
const kinds: Record<Kind, () => Promise<ReadyToFreeze>> = {
  async assessment() {
    const { personId, applicationId } = await personWithApplication(running, worker)
    const { id, version } = await finishedAssessment(worker, applicationId)
    const grantedMinutes = (await head.assessments.find({ id })).computedMinutes ?? 0
    return {
      ...{ personId, id },
      freeze: () => head.assessments.approve(click({ id, version, grantedMinutes, reason: '' })),
    }
  },
  async plan() {
    const { personId, assessmentId } = await approvedAssessment(running, worker)
    const draft = await worker.plans.create(click({ personId, plan: planInput(assessmentId) }))
    const { id, version } = await worker.plans.prepare(
      click({ id: draft.id, version: draft.version }),
    )
    return { personId, id, freeze: () => head.plans.approve(click({ id, version })) }
  },
  async contract() {
    const { personId } = approvedCase(running.office)
    const { input } = await worker.contracts.proposal({ personId })
    if (!input) throw new Error('nothing is proposed')
    const { id, version } = await worker.contracts.saveDraft(
      click({ id: null, version: null, personId, input }),
    )
    const { contractDate, startDate, endDate } = input
    const issue = { contractDate, startDate, endDate, number: null }
    return { personId, id, freeze: () => head.contracts.issue(click({ id, version, issue })) }
  },
  async employment() {
    const { personId, id, version } = await draftEmployment(running, head)
    const issue = { contractDate: testToday, startDate: testToday, number: null }
    return { personId, id, freeze: () => head.employments.issue(click({ id, version, issue })) }
  },
  async employmentAnnex() {
    const { personId, id: employmentId } = await signedEmployment(running, head)
    const { id, version } = await head.employments.saveAnnex(
      click({ id: null, version: null, employmentId, input: annexInput() }),
    )
    return { personId, id, freeze: () => head.employments.issueAnnex(click({ id, version })) }
  },
  async employmentEnd() {
    const { personId, id, version } = await signedEmployment(running, head)
    return {
      personId,
      id,
      freeze: () => head.employments.end(click({ id, version, end: endInput })),
    }
  },
  async assistantChoice() {
    const { personId, applicationId, first } = await pairOf(running, head)
    const draft = { id: null, version: null, applicationId, input: choiceInput(first.id) }
    const { id, version } = await head.assignments.recordChoice(click(draft))
    const freeze = () => head.assignments.issueChoice(click({ id, version }))
    return { personId, id, freeze }
  },
  async assignmentChange() {
    const { personId, id, version, second } = await assignedPair(running, head)
    const change = changeInput(second.id, addDays(testToday, 1))
    const freeze = () => head.assignments.change(click({ id, version, change }))
    return { personId, id, freeze }
  },
  async selectionCard() {
    const { personId, id, version } = await scoredCard(running, worker)
    return { personId, id, freeze: () => head.selections.approve(click({ id, version })) }
  },
  async interviewInvitation() {
    const { personId, id, version } = await begunCard(running, worker)
    const interview = { on: testToday, minute: 570, place: 'Залата на общината' }
    const freeze = () => head.selections.invite(click({ id, version, ...interview }))
    return { personId, id, freeze }
  },
  async certificate() {
    const { id, version, personIds } = await heldEvent(running, head)
    const [one] = (await head.events.find({ id })).people
    const asked = { id, version, participantIds: [one!.id], date: testToday }
    return {
      personId: personIds[0]!,
      id: one!.id,
      freeze: () => head.events.certify(click(asked)),
    }
  },
}

describe.each(Object.keys(kinds) as Kind[])('a paper of kind %s', (kind) => {
  test('is not filed with facts that changed while it was made, and draws no number', async () => {
    const { personId, id, freeze } = await kinds[kind]()
    const filed = papersOfPerson(db().orm, personId)
    const { papers } = running.office
    const render = papers.render.bind(papers)
    const rendered = vi.spyOn(papers, 'render').mockImplementationOnce((request) => {
      const made = render(request)
      rename(personId)
      return made
    })
    const { code, data } = await refusal(freeze())
    expect(rendered).toHaveBeenCalledOnce()
    expect(code).toBe('RULE')
    expect(data.problems).toEqual([{ code: 'paperFactsChanged' }])
    expect(papersOfPerson(db().orm, personId)).toEqual(filed)
    expect(numbersOfSubject(db().orm, kind, id)).toEqual([])
    // Nothing is in the way of the next click.
    await freeze()
    expect(papersOfPerson(db().orm, personId)).toHaveLength(filed.length + 1)
  })
})
