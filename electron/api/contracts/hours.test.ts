import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf } from '#papers/testing/read-pdf.ts'
import { approvedCase } from '../testing/cases.ts'
import { openContractDesk } from '../testing/contract-desk.ts'
import { click } from '../testing/office.ts'

/**
 * The hours of a month were once kept three times: the paper printed the assessment's, the list and the
 * page the contract's, the plan its own. Whatever says them, says the same.
 */
let desk: Awaited<ReturnType<typeof openContractDesk>>
beforeAll(async () => {
  desk = await openContractDesk()
})
afterAll(() => desk.running.dispose())

/** „на месец: до 50 ч.“ – the hours that a paper prints, in minutes. */
async function printedMinutes(file: Promise<Blob>, all: readonly number[]): Promise<number[]> {
  const { text } = await readPdf(new Uint8Array(await (await file).arrayBuffer()))
  const plain = text.replaceAll(/\s+/g, ' ')
  return all.filter((minutes) => new RegExp(`(?<!\\d)${String(minutes / 60)} ?ч`).test(plain))
}

/** Unlike each other, and unlike what the week of the plan comes to. */
const granted = 57 * 60
const stale = 73 * 60
const either = [granted, stale]

async function saidEverywhere(one: ReturnType<typeof approvedCase>, contractId: string) {
  const { head } = desk
  const { personId, planId, assessmentId } = one
  const asked = { offset: 0, limit: 50 }
  const page = await head.contracts.find({ id: contractId })
  const [ofPerson] = await head.contracts.ofPerson({ personId })
  const row = (await head.contracts.list(asked)).rows.find(({ id }) => id === contractId)
  const planRow = (await head.plans.list(asked)).rows.find(({ id }) => id === planId)
  return {
    assessment: (await head.assessments.find({ id: assessmentId })).grantedMinutes,
    plan: (await head.plans.find({ id: planId })).grantedMinutes,
    planList: planRow?.grantedMinutes,
    page: page.minutesPerMonth,
    dossier: ofPerson?.minutesPerMonth,
    list: row?.minutesPerMonth,
  }
}
const all = (minutes: number) => ({
  ...{ assessment: minutes, plan: minutes, planList: minutes },
  ...{ page: minutes, dossier: minutes, list: minutes },
})

test('a draft: paper, page, dossier, list, plan and assessment give the same hours', async () => {
  const one = approvedCase(desk.running.office, { grantedMinutes: granted })
  const { personId } = one
  const { id, input } = await desk.draftFor(one)
  const preview = desk.worker.contracts.preview({ contractId: id, personId, input })
  expect(await printedMinutes(preview, either)).toEqual([granted])
  expect(await saidEverywhere(one, id)).toEqual(all(granted))
})

test('an issued one, even where its draft had kept other hours: all say what its paper says', async () => {
  const one = approvedCase(desk.running.office, { grantedMinutes: granted })
  const { id } = await desk.draftFor(one)
  // A draft of an earlier version of the program, which kept the hours of the day it was begun.
  desk.running.office.vault
    .database()
    .raw.prepare('update contracts set minutes_per_month = ? where id = ?')
    .run(stale, id)
  await desk.head.contracts.issue(click(await desk.issueArgs(id)))
  const paperId = (await desk.head.contracts.find({ id })).paper?.id ?? ''
  expect(await printedMinutes(desk.head.papers.pdf({ id: paperId }), either)).toEqual([granted])
  expect(await saidEverywhere(one, id)).toEqual(all(granted))
})

test('beside the name of who is helped stand the hours of the contract that runs', async () => {
  const one = approvedCase(desk.running.office, { grantedMinutes: granted })
  const { id } = await desk.signed(one)
  const { running: helped } = await desk.head.cases.path({ personId: one.personId })
  expect(helped).toMatchObject({ contractId: id, minutesPerMonth: granted })
  expect(await saidEverywhere(one, id)).toEqual(all(granted))
})
