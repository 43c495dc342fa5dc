import { afterEach, expect, test } from 'vitest'
import { pagesOf, rotPages } from '#db/testing/rot.ts'
import { eventsOf } from '../testing/answers.ts'
import { refusal } from '../testing/refusal.ts'
import { snapshotNow } from '../testing/copies.ts'
import { openOffice, openThere, secretOf, type RunningOffice } from '../testing/office.ts'

let running: RunningOffice | undefined
afterEach(() => running?.dispose())

/** A closed office with a good snapshot, in which every page of a table is rotten. */
async function rotten(table: string): Promise<RunningOffice> {
  const before = await openOffice()
  await before.as('head')
  await snapshotNow(before)
  const pages = pagesOf(before.office.vault.database(), table)
  await before.office.close()
  rotPages(before.dir, pages)
  running = await openThere(before.dir)
  return running
}

test('damage in drafts lets everybody in: it is found and told by the look that comes at once', async () => {
  const { as } = await rotten('drafts')
  const head = await as('head')
  expect(await head.session.current({})).toMatchObject({ status: 'open' })
})

test.each(['accounts', 'audit_entries'])(
  'damage in %s that lets nobody in: told as an office that does not open, with a way back',
  async (table) => {
    const { office, stranger } = await rotten(table)
    const anyone = stranger()
    const secret = await secretOf(anyone, 'head')
    expect(await refusal(anyone.session.logIn(secret))).toMatchObject({
      code: 'NOT_OPENING',
      data: { reason: 'databaseDamaged' },
    })
    expect(await anyone.session.current({})).toMatchObject({ status: 'rescue' })
    expect(office.vault.isOpen).toBe(false)
    const { snapshots } = await anyone.rescue.state({})
    const source = { kind: 'snapshot' as const, name: snapshots[0]?.name ?? '' }
    await eventsOf(anyone.rescue.run({ source, secret }))
    await anyone.session.logIn(secret)
    expect(await anyone.session.current({})).toMatchObject({ status: 'open' })
  },
)
