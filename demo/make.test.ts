import { expect, test } from 'vitest'
import { demoCandidates } from './candidates-data.ts'
import type { Client } from './desk.ts'
import { countFates, fates } from './fates.ts'
import { lookInto, made } from './testing/made-office.ts'

/** Everything a reader could compare, without the identifiers. */
async function recordsOf(head: Client) {
  const whole = { offset: 0, limit: 500 }
  const { rows: people } = await head.people.list(whole)
  const { rows: applications } = await head.applications.list({
    order: [{ by: 'name', descending: false }],
    ...whole,
  })
  const { rows: papers } = await head.papers.list(whole)
  return {
    people: await Promise.all(
      people.map(async ({ id }) => {
        const {
          id: _id,
          version: _version,
          createdBy: _createdBy,
          updatedBy: _updatedBy,
          ...person
        } = await head.people.edit({ id })
        return person
      }),
    ),
    applications: applications.map(({ id: _id, personId: _person, ...line }) => line),
    papers: (
      await Promise.all(
        papers.map(async ({ id, kind, number, paperDate, personName }) => {
          const { pages } = await head.papers.find({ id })
          return [kind, number, paperDate, personName, pages].join(' ')
        }),
      )
    ).sort(),
  }
}

test('the shares make 380 people, 120 of them served', () => {
  expect(fates.reduce((sum, fate) => sum + fate.share, 0)).toBe(380)
  const counts = countFates(380)
  expect(counts).toEqual(fates.map((fate) => fate.share))
  expect(fates.reduce((sum, fate, at) => sum + (fate.served ? counts[at]! : 0), 0)).toBe(120)
  for (const people of [1, 7, 40, 1000]) {
    const some = countFates(people)
    expect(some.reduce((sum, count) => sum + count, 0)).toBe(people)
  }
  expect(Math.min(...countFates(40))).toBe(1)
})

test('the same seed gives the same office, another seed another', async () => {
  const [first, again, other] = [await made(9, 'a'), await made(9, 'a'), await made(3, 'b')]
  const seen = await lookInto(first, recordsOf)
  // Nine who asked for help, five of the team, and who would like to be an assistant.
  expect(seen.people).toHaveLength(9 + 5 + demoCandidates.length)
  expect(seen.papers.length).toBeGreaterThan(2)
  expect(await lookInto(again, recordsOf)).toEqual(seen)
  expect(await lookInto(other, recordsOf)).not.toEqual(seen)
}, 600_000)
