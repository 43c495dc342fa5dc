import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Problem } from '#domain/problems/schema.ts'
import { finishedAssessment, personWithApplication } from '../testing/assessment-data.ts'
import { click, openOffice, testToday, type Client, type RunningOffice } from '../testing/office.ts'

let running: RunningOffice
let head: Client
beforeAll(async () => {
  running = await openOffice()
  head = await running.as('head')
})
afterAll(() => running.dispose())

const codes = (work: Promise<unknown>) =>
  work.then(
    () => ['was not refused'],
    (error: unknown) => {
      const { code, data } = error as { code: string; data?: { problems?: Problem[] } }
      return data?.problems?.map((problem) => problem.code) ?? [code]
    },
  )

test('a version comes by copy, with degrees that cover every sum; a used one never changes', async () => {
  const [first] = await head.methodologies.list({})
  const from = await head.methodologies.find({ id: first?.id ?? '' })
  expect(from).toMatchObject({ current: true, locked: false, uses: 0 })
  const make = (data: typeof from.data) =>
    head.methodologies.create(click({ fromId: from.id, data }))
  const dated = { ...from.data, validFrom: testToday }

  const gap = dated.bands.map((band) => (band.degree === 'II' ? { ...band, max: 55 } : band))
  expect(await codes(make({ ...dated, bands: gap }))).toEqual(['bandsGap'])
  const overlap = dated.bands.map((band) => (band.degree === 'II' ? { ...band, max: 65 } : band))
  expect(await codes(make({ ...dated, bands: overlap }))).toEqual(['bandsOverlap'])
  expect(await codes(make({ ...dated, validFrom: '2001-01-01' }))).toEqual([
    'methodologyBeforeNewest',
  ])

  const made = await make({ ...dated, name: 'Методика на общината', code: 'other', version: 77 })
  expect(made.number).toBe(2)
  const stored = await head.methodologies.find({ id: made.id })
  expect(stored.data).toMatchObject({ code: from.data.code, version: 2 })
  expect(stored.current).toBe(true)
  await head.methodologies.update(
    click({ id: made.id, version: 1, data: { ...dated, name: 'Методика 2026' } }),
  )

  const worker = await running.as('socialWorker')
  const { applicationId } = await personWithApplication(running, worker)
  await finishedAssessment(worker, applicationId)
  expect(await head.methodologies.find({ id: made.id })).toMatchObject({ locked: true, uses: 1 })
  expect(
    await codes(head.methodologies.update(click({ id: made.id, version: 2, data: dated }))),
  ).toEqual(['methodologyLocked'])
  expect(await codes(worker.methodologies.create(click({ fromId: made.id, data: dated })))).toEqual(
    ['FORBIDDEN'],
  )
})
