import { beforeAll, expect, test } from 'vitest'
import type { ShownApplicationState } from '#domain/applications/schema.ts'
import type { AssessmentStatus } from '#domain/assessments/schema.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import type { CandidacyState } from '#domain/candidates/schema.ts'
import type { ShownContractStatus } from '#domain/contracts/schema.ts'
import type { ShownEmploymentStatus } from '#domain/employments/schema.ts'
import type { ListSides } from '#domain/lists/shape.ts'
import type { PaperStatus } from '#domain/papers/schema.ts'
import { parseEgn } from '#domain/people/ids.ts'
import type { PlanStatus } from '#domain/plans/schema.ts'
import type { ProjectState } from '#domain/projects/rules.ts'
import { demoCandidates } from './candidates-data.ts'
import type { Client } from './desk.ts'
import { lookInto, made, today } from './testing/made-office.ts'

const window = { offset: 0, limit: 500 }

/** True, or why no office can show it yet. */
type Shown<State extends string> = Record<State, true | string>

const applications: Shown<ShownApplicationState> = {
  draft: 'a form is never kept half in the register',
  registered: true,
  incomplete: true,
  admitted: true,
  notAdmitted: true,
  forAssessment: true,
  assessed: true,
  approved: true,
  reserve: 'no action ranks applications',
  waiting: true,
  belowThreshold: true,
  withContract: true,
  contractExpired: true,
  droppedOut: true,
  closed: true,
}
const candidates: Shown<CandidacyState> = {
  registered: true,
  incomplete: true,
  admitted: true,
  inPool: true,
  employed: true,
  notAdmitted: true,
  withdrawn: true,
  closed: true,
}
const assessments: Shown<AssessmentStatus> = {
  draft: true,
  finished: true,
  returned: true,
  approved: true,
  notCarriedOut: true,
  superseded: true,
}
const plans: Shown<PlanStatus> = {
  draft: true,
  ready: true,
  approved: true,
  signed: true,
  superseded: true,
}
const contracts: Shown<ShownContractStatus> = {
  draft: true,
  issued: true,
  outForSignature: true,
  signed: true,
  inForce: true,
  suspended: 'no action suspends a contract',
  annexed: 'no action makes an annex',
  ending: true,
  terminated: true,
  expired: true,
  annulled: true,
}
const employments: Shown<ShownEmploymentStatus> = {
  draft: true,
  issued: true,
  outForSignature: true,
  signed: true,
  inForce: true,
  suspended: true,
  ending: true,
  ended: true,
  expired: true,
  annulled: true,
}
const papers: Shown<PaperStatus> = {
  forPrint: true,
  printed: true,
  out: true,
  signedBack: true,
  missing: true,
  annulled: true,
}
const projects: Shown<ProjectState> = {
  coming: 'the projects are real and long over; none is invented beside them',
  open: 'the projects are real and long over; none is invented beside them',
  closed: true,
  endUnknown: true,
}

/** How many records stand in each state. */
function tally(states: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const state of states) counts[state] = (counts[state] ?? 0) + 1
  return counts
}

/** Views of a list that are its states, each with how many stand in it. */
function statesIn({ counts }: ListSides): Record<string, number> {
  const { all: _all, open: _open, ...states } = counts
  return states
}

function expectShown(counts: Partial<Record<string, number>>, shown: Shown<string>): void {
  const found = Object.keys(counts).filter((state) => (counts[state] ?? 0) > 0)
  const wanted = Object.keys(shown).filter((state) => shown[state] === true)
  expect(found.toSorted()).toEqual(wanted.toSorted())
}

let dir = ''
beforeAll(async () => {
  dir = await made(40, 'opora')
}, 900_000)

async function look(at: (head: Client) => Promise<void>): Promise<void> {
  await lookInto(dir, at)
}

test('forty people show every state that an action leads to, and no other', () =>
  look(async (head) => {
    expectShown(statesIn(await head.applications.views({})), applications)
    expectShown(statesIn(await head.candidates.views({})), candidates)
    expect((await head.selections.list({ view: 'tied', ...window })).total).toBe(2)
    expectShown(statesIn(await head.assessments.views({})), assessments)
    const { rows: allPlans } = await head.plans.list(window)
    expectShown(tally(allPlans.map(({ status }) => status)), plans)
    const { rows: allContracts } = await head.contracts.list(window)
    expectShown(tally(allContracts.map(({ status }) => status)), contracts)
    const { rows: team } = await head.employments.list(window)
    expectShown(tally(team.map(({ status }) => status)), employments)
    expectShown(statesIn(await head.papers.views({})), papers)
    expectShown(statesIn(await head.projects.views({})), projects)
    expect((await head.office.find({})).isDemo).toBe(true)
  }))

test('no review of a plan was forgotten: a late one is some weeks late', () =>
  look(async (head) => {
    const { rows } = await head.plans.list({ view: 'reviewDue', ...window })
    const forgotten = rows.filter(({ nextReviewDate }) => nextReviewDate! < addDays(today, -45))
    expect(forgotten).toEqual([])
  }))

test('the people are invented, and of every kind that signs another way', () =>
  look(async (head) => {
    const { rows } = await head.people.list(window)
    // Forty who asked for help, fourteen of the team, and the candidates.
    const all = 40 + 14 + demoCandidates.length
    expect(rows).toHaveLength(all)
    const people = await Promise.all(rows.map(({ id }) => head.people.edit({ id })))
    for (const person of people) {
      if (person.idKind !== 'egn') continue
      const egn = parseEgn(person.idNumber)
      expect(egn.ok && egn.value.birthDate).toBe(person.birthDate)
      expect(Number(person.idNumber.slice(6, 9))).toBeGreaterThanOrEqual(926)
    }
    expect(new Set(people.map(({ idNumber }) => idNumber)).size).toBe(all)
    expect(people.some(({ cannotSign }) => cannotSign)).toBe(true)
    expect(people.some(({ lastName }) => (lastName?.length ?? 0) > 40)).toBe(true)
    // A foreigner with one name, somebody whose number was corrected, two who only look like one.
    const foreigners = people.filter(({ lastName }) => lastName === null)
    expect(foreigners.map(({ idKind, middleName }) => [idKind, middleName])).toEqual([
      ['lnch', null],
    ])
    const dossiers = await Promise.all(people.map(({ id }) => head.people.find({ id })))
    expect(dossiers.flatMap(({ formerIds }) => formerIds.map(({ ground }) => ground))).toEqual([
      'registry',
    ])
    const repeats = await Promise.all(people.map(({ id }) => head.people.repeats({ id })))
    expect(repeats.filter(({ apart }) => apart.length > 0)).toHaveLength(2)
    expect(people.some(({ capacity }) => capacity.startsWith('minor'))).toBe(true)
  }))
