import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays } from '#domain/calendar/civil-date.ts'
import type { PersonData } from '#domain/people/schema.ts'
import type { FiledPaperKind } from '#domain/papers/schema.ts'
import { getOffice, updateOffice } from '#db/queries/office.ts'
import { currentPaperOf } from '#db/queries/papers.ts'
import { getPerson, updatePerson } from '#db/queries/people.ts'
import { getPlan, updatePlan } from '#db/queries/plans.ts'
import { numbersOfSubject } from '#db/queries/registry-numbers.ts'
import { approvedCase as withApprovedAssessment } from '../testing/approved-assessment.ts'
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

/** A record whose paper may be frozen now. */
interface Ready {
  personId: string
  id: string
  freeze(): Promise<{ number: string }>
}

/** A letter is made together with its record: its own test freezes it. */
type Kind = Exclude<FiledPaperKind, 'letter'>

const ready: Record<Kind, () => Promise<Ready>> = {
  async contract() {
    const { personId } = approvedCase(running.office)
    const { input } = await worker.contracts.proposal({ personId })
    if (!input) throw new Error('nothing is proposed')
    const draft = click({ id: null, version: null, personId, input })
    const { id, version } = await worker.contracts.saveDraft(draft)
    const { contractDate, startDate, endDate } = await head.contracts.issuing({ id })
    const issue = { contractDate, startDate, endDate, number: null }
    return { personId, id, freeze: () => head.contracts.issue(click({ id, version, issue })) }
  },
  async plan() {
    const { personId, assessmentId } = await withApprovedAssessment(running, worker)
    const plan = planInput(assessmentId)
    const made = await worker.plans.create(click({ personId, plan }))
    const { id, version } = await worker.plans.prepare(click(made))
    return { personId, id, freeze: () => head.plans.approve(click({ id, version })) }
  },
  async assessment() {
    const { personId, applicationId } = await personWithApplication(running, worker)
    const { id, version } = await finishedAssessment(worker, applicationId)
    const hours = { grantedMinutes: 84 * 60, reason: '' }
    const freeze = () => head.assessments.approve(click({ id, version, ...hours }))
    return { personId, id, freeze }
  },
  async employment() {
    const { personId, id, version } = await draftEmployment(running, head)
    const issue = { contractDate: testToday, startDate: testToday, number: null }
    return { personId, id, freeze: () => head.employments.issue(click({ id, version, issue })) }
  },
  async employmentAnnex() {
    const { personId, id: employmentId } = await signedEmployment(running, head)
    const draft = { id: null, version: null, employmentId, input: annexInput() }
    const { id, version } = await head.employments.saveAnnex(click(draft))
    return { personId, id, freeze: () => head.employments.issueAnnex(click({ id, version })) }
  },
  async employmentEnd() {
    const { personId, id, version } = await signedEmployment(running, head)
    const ending = { id, version, end: endInput }
    return { personId, id, freeze: () => head.employments.end(click(ending)) }
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
    const participantIds = [one!.id]
    const asked = { id, version, participantIds, date: testToday }
    const freeze = async () => {
      const { numbers } = await head.events.certify(click(asked))
      return { number: numbers[0]! }
    }
    return { personId: personIds[0]!, id: one!.id, freeze }
  },
}
const kinds = Object.keys(ready) as Kind[]

const database = () => running.office.vault.database()

/** Does something once, while a paper is being made. */
function whileMade(run: () => void): void {
  const { papers } = running.office
  const { render } = papers
  papers.render = async (request) => {
    papers.render = render
    const made = await render.call(papers, request)
    run()
    return made
  }
}

function renamePerson(personId: string): void {
  database().transaction((tx) => {
    const person = getPerson(tx, personId)!
    const data: PersonData = { ...person, lastName: 'Преименувана' }
    updatePerson(tx, personId, person.version, data, {
      at: running.office.now(),
      by: person.updatedBy,
    })
  })
}

async function refusal(work: Promise<unknown>): Promise<string[]> {
  const thrown = await work.then(
    () => ({ code: 'nothing refused' }),
    (error: unknown) =>
      error as { code: string; data?: { problems?: { code: string }[] } | undefined },
  )
  const problems = 'data' in thrown ? thrown.data?.problems : undefined
  return problems?.map(({ code }) => code) ?? [thrown.code]
}

test.each(kinds)(
  'a %s is not filed with what its person was before somebody saved them meanwhile',
  async (kind) => {
    const one = await ready[kind]()
    whileMade(() => {
      renamePerson(one.personId)
    })
    expect(await refusal(one.freeze())).toEqual(['paperFactsChanged'])
    expect(numbersOfSubject(database().orm, kind, one.id)).toEqual([])
    expect(currentPaperOf(database().orm, { kind, id: one.id })).toBeUndefined()
    // Asked again it is made of what stands, and no number was lost to the first.
    const { number } = await one.freeze()
    expect(currentPaperOf(database().orm, { kind, id: one.id })?.number).toBe(number)
  },
)

test.each(kinds)('a %s is not filed under the head of an office that was changed', async (kind) => {
  const one = await ready[kind]()
  whileMade(() => {
    database().transaction((tx) => {
      const { version, data } = getOffice(tx)
      updateOffice(tx, version, { ...data, mayorName: 'Друг Кмет' }, running.office.now())
    })
  })
  expect(await refusal(one.freeze())).toEqual(['paperFactsChanged'])
  expect(numbersOfSubject(database().orm, kind, one.id)).toEqual([])
})

test('a plan that was saved meanwhile is shown as overtaken, and draws nothing', async () => {
  const one = await ready.plan()
  whileMade(() => {
    database().transaction((tx) => {
      const { row, input } = getPlan(tx, one.id)
      const stamp = { at: running.office.now(), by: row.updatedBy }
      updatePlan(tx, one.id, row.version, { ...input, involvement: 'друго' }, stamp)
    })
  })
  expect(await refusal(one.freeze())).toEqual(['CONFLICT'])
  expect(numbersOfSubject(database().orm, 'plan', one.id)).toEqual([])
})
