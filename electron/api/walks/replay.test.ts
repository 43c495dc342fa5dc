import { afterEach, expect, test } from 'vitest'
import { can } from '#domain/accounts/permissions.ts'
import { lists } from '#domain/lists/register.ts'
import { openOffice, wholePath, type RunningOffice } from '../testing/office.ts'
import { call, procedures } from '../testing/procedures.ts'
import { applications, assessments, contracts, people, plans } from '../testing/stories/cases.ts'
import { beginnings, copies, logIns, profiles, restores } from '../testing/stories/house.ts'
import {
  assignments,
  candidates,
  labourContracts,
  letters,
  projects,
  selections,
  trainings,
} from '../testing/stories/work.ts'
import { again, callingTwice, hasRequestId, onlyReading } from '../testing/twice.ts'

/**
 * Every writing procedure of the router with the same request twice: a double click, a lost answer.
 * The stories only have to reach each once; the last test tells which were not reached.
 */

const tried = new Set<string>()
const running: RunningOffice[] = []
afterEach(async () => {
  for (const one of running.splice(0)) await one.dispose()
})
async function open(office: Promise<RunningOffice> = openOffice()) {
  const one = callingTwice(await office, tried)
  running.push(one)
  return one
}

test('profiles, sheets and settings', () => profiles(open))

test('log-in, lock, another password, the sheet', () => logIns(open))

test('people', () => people(open))

test('applications', () => applications(open))

test('candidates and their papers', () => candidates(open))

test('the selection of a candidate, chosen and out', () => selections(open))

test('assessments and their methodology', () => assessments(open))

test('plans', () => plans(open))

test('contracts and their papers', () => contracts(open))

test('projects', () => projects(open))

test('labour contracts, what changes and what ends them', () => labourContracts(open))

test('assignments, chosen, changed, ended, taken back; a key of the home', () => assignments(open))

test('trainings, who was there, certificates, and who need not come', () => trainings(open))

test.each(Object.values(lists))('the list of $id, handed out and printed', async (list) => {
  const office = await open()
  const asked = await (can(wholePath, list.permission)
    ? office.as(...wholePath)
    : office.as('administrator'))
  const question = {}
  await call(asked, `${list.id}.exportList`, { question, language: 'bg', format: 'json' })
  await call(asked, `${list.id}.printList`, { question })
})

test('letters', () => letters(open))

test('copies, checks and the journal', () => copies(open))

test('a restore, its numbers, its undoing, and what it put aside', () => restores(open))

test('an office that is set up, and one that is brought back to a fresh computer', () =>
  beginnings(open))

test('no writing procedure of the router was left out', () => {
  const writing = procedures.filter(
    ({ name, meta }) => meta.kind !== 'read' && !onlyReading.includes(name),
  )
  const untold = writing.filter((one) => !hasRequestId(one) && !(one.name in again))
  expect(untold.map(({ name }) => name)).toEqual([])
  expect(writing.flatMap(({ name }) => (tried.has(name) ? [] : [name]))).toEqual([])
})
