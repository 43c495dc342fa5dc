import { afterEach, beforeEach, expect, test } from 'vitest'
import { waitingKinds } from './today.ts'
import { openOffice, type RunningOffice } from './testing/office.ts'

let running: RunningOffice
beforeEach(async () => {
  running = await openOffice()
})
afterEach(() => running.dispose())

test('a role is told only of what it may open; the administrator of no dossier at all', async () => {
  const kindsFor = async (role: 'administrator' | 'head' | 'clerk' | 'accountant') =>
    (await (await running.as(role)).today.overview({})).figures.map((figure) => figure.kind)
  expect(await kindsFor('administrator')).toEqual([])
  expect(await kindsFor('head')).toEqual([...waitingKinds])
  // No scores, no health: neither the kind nor its figure leaves the office.
  expect(await kindsFor('clerk')).toEqual([
    'documentsMissing',
    'toAdmit',
    'contractsToSign',
    'papersOut',
    'contractsEnding',
  ])
  expect(await kindsFor('accountant')).toEqual(['papersOut', 'contractsEnding'])
})

test('every figure is the length of the list it opens, for who may and for who may not', async () => {
  for (const role of ['head', 'clerk'] as const) {
    const client = await running.as(role)
    const { figures } = await client.today.overview({})
    for (const kind of waitingKinds) {
      const { lines } = await client.today.list({ kind })
      expect(lines.length, `${role} ${kind}`).toBe(
        figures.find((one) => one.kind === kind)?.count ?? 0,
      )
    }
  }
})
