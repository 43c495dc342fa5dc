import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { composeEgn } from '#domain/people/ids.ts'
import { listAudit } from '#db/queries/audit.ts'
import { click, openOffice, workDays, type RunningOffice } from '../testing/office.ts'
import { personInput } from '../testing/person-data.ts'

let running: RunningOffice
beforeEach(async () => {
  running = await openOffice()
})
afterEach(() => running.dispose())

const surname = 'Вълкадинова'
const idNumber = composeEgn('1945-06-12', 958)

/** In the pages as whoever has the key would read them, those that are free included. */
function stillReadable(): string[] {
  const { raw } = running.office.vault.database()
  raw.pragma('wal_checkpoint(truncate)')
  const pages = raw.serialize()
  return [surname, surname.toLowerCase(), surname.toLowerCase().slice(1, 8), idNumber].filter(
    (text) => pages.includes(text),
  )
}

test('what was corrected is out of the pages themselves once the journal forgets it, and was never beside them', async () => {
  const worker = await running.as('socialWorker')
  const wrong = personInput({ lastName: surname, idNumber })
  const right = personInput({ lastName: 'Новакова', idNumber: composeEgn('1945-06-12', 960) })
  const { id } = await worker.people.create(click(wrong))
  const draft = { form: 'people:new', title: surname, payload: { lastName: surname, idNumber } }
  await worker.drafts.save(draft)
  await worker.people.search({ text: surname })
  const { version } = await worker.people.edit({ id })
  const idChangeGround = 'mistyped' as const
  await worker.people.update(click({ id, version, data: right, idChangeGround }))
  // The journal says what stood there: so long it is to be known.
  expect(stillReadable()).toContain(surname)

  running.advance(11 * 366 * 86_400_000)
  await workDays(running)
  await running.as('head')
  const { orm } = running.office.vault.database()
  const created = () => listAudit(orm, { personId: id, actions: ['person.created'] })[0]?.payload
  await expect.poll(created, { timeout: 60_000 }).toBe(null)
  const changed = () => listAudit(orm, { personId: id, actions: ['person.changed'] })[0]?.payload
  await expect.poll(changed, { timeout: 60_000 }).toBe(null)
  expect(stillReadable()).toEqual([])

  await running.office.close()
  for (const entry of readdirSync(running.dir, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(running.dir, entry)
    if (!statSync(file).isFile()) continue
    const bytes = readFileSync(file)
    const found = [surname, idNumber, 'Новакова'].filter(
      (text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')),
    )
    expect(found, entry).toEqual([])
  }
})
