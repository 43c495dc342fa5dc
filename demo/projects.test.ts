import { afterAll, beforeAll, expect, test } from 'vitest'
import { totalInEuro } from '#domain/projects/rules.ts'
import { click, openOffice, type RunningOffice } from '#electron/api/testing/office.ts'
import { enterProjects } from './projects.ts'

let running: RunningOffice
beforeAll(async () => {
  running = await openOffice()
})
afterAll(() => running.dispose())

test('the office takes the projects of the two municipalities, and their dates say where they stand', async () => {
  const head = await running.as('head')
  await enterProjects({ head, click })
  const { rows: listed } = await head.projects.list({ offset: 0, limit: 50 })
  expect(
    listed.map(({ data, state }) => [
      data.municipality,
      data.contractNumber?.replace('\u0421', 'C'),
      data.total?.cents,
      data.total && totalInEuro(data.total),
      state,
    ]),
  ).toEqual([
    ['Борино', '2014BG05M9OP001-2.2015.001-C0001', undefined, null, 'closed'],
    ['Борино', undefined, 49_931_800, 25_529_724, 'endUnknown'],
    ['Кюстендил', 'BG05M9OP001-2.002-0131-C001', 49_933_997, 25_530_847, 'endUnknown'],
  ])
})
