import { isProcedure } from '@orpc/server'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import bg from '#locales/bg/audit.json' with { type: 'json' }
import en from '#locales/en/audit.json' with { type: 'json' }
import bgApplications from '#locales/bg/applications.json' with { type: 'json' }
import bgPeople from '#locales/bg/people.json' with { type: 'json' }
import { auditActions, kindOfAction } from '#domain/audit/actions.ts'
import { listAudit } from '#db/queries/audit.ts'
import type { ProcedureMeta } from '../kernel/meta.ts'
import { wholeRouter } from '../router.ts'
import { personInput } from '../testing/person-data.ts'
import { click, openOffice, testPassword, workDays, type RunningOffice } from '../testing/office.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const everything = await wholeRouter()

/** What the program writes into the chain: what procedures say of themselves, and lines by hand. */
function writtenActions(): string[] {
  const said = (node: object): string[] => {
    if (isProcedure(node)) return [(node['~orpc'].meta as unknown as ProcedureMeta).audit]
    return Object.values(node).flatMap((child) => said(child as object))
  }
  const byHand = globSync('{electron,db}/**/*.ts', { cwd: root })
    .filter((file) => !/\.test\.ts$|testing\//.test(file))
    .flatMap((file) => [
      ...readFileSync(path.join(root, file), 'utf8').matchAll(
        /(?:action: |noteSession\(\w+, \w+, |line\(session, )'(\w+\.\w+)'/g,
      ),
    ])
    .map((match) => match[1] ?? '')
  return [...new Set([...said(everything), ...byHand])].filter((name) => name !== 'none').toSorted()
}

const sentence = (texts: object, action: string) =>
  action
    .split('.')
    .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], texts)

describe('the words of the journal', () => {
  test('every action that is written has its kind and its sentence in both languages, and no other', () => {
    expect(auditActions.toSorted()).toEqual(writtenActions())
    for (const action of auditActions) {
      expect(sentence(bg.did, action), action).toEqual(expect.any(String))
      expect(sentence(en.did, action), action).toEqual(expect.any(String))
      expect(Object.keys(bg.kind)).toContain(kindOfAction(action))
    }
  })

  test('every field that a correction can name has its word', () => {
    const fields = Object.keys(personInput({}))
    expect(fields.filter((name) => !(name in bgPeople.fields))).toEqual([])
    expect(bgApplications.field).toHaveProperty('entryDate')
  })
})

let running: RunningOffice
beforeEach(async () => {
  running = await openOffice()
})
afterEach(() => running.dispose())

const all = { filter: {}, offset: 0, limit: 200 }
const entries = () => listAudit(running.office.vault.database().orm, { limit: 500 })

async function withPerson() {
  const worker = await running.as('socialWorker')
  const { id } = await worker.people.create(
    click(personInput({ firstName: 'Иван', middleName: 'Петров', lastName: 'Георгиев' })),
  )
  await worker.people.find({ id })
  return { id, worker }
}

describe('the journal', () => {
  test('tells the head whose dossier it was, and the administrator everything but that', async () => {
    const { id } = await withPerson()
    const head = await running.as('head')
    const opened = (await head.audit.journal(all)).rows.find(
      ({ action }) => action === 'dossier.opened',
    )
    expect(opened).toMatchObject({
      by: 'Профил socialWorker',
      person: 'И.\u00A0П.\u00A0Г.',
      personId: id,
    })
    const administrator = await running.as('administrator')
    const { rows } = await administrator.audit.journal(all)
    expect(rows.find(({ seq }) => seq === opened?.seq)).toEqual({
      ...opened,
      person: null,
      personId: null,
    })
    expect(JSON.stringify(rows)).not.toContain(id)
    expect(rows.filter(({ fields }) => fields.length > 0)).toEqual([])
    await expect(
      administrator.audit.journal({ ...all, filter: { personId: id } }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('is itself written down, once for each filter, also in the dossier that was asked for', async () => {
    const { id } = await withPerson()
    const head = await running.as('head')
    const filter = { personId: id, kind: 'view' as const, from: '2026-11-16', to: '2026-11-16' }
    await head.audit.journal({ ...all, filter })
    await head.audit.journal({ ...all, filter, offset: 100 })
    await head.audit.journal(all)
    const seen = (await head.audit.journal(all)).rows.filter(
      ({ action }) => action === 'journal.read',
    )
    expect(seen.map(({ personId }) => personId)).toEqual([null, id])
    const line = entries().find(({ seq }) => seq === seen[1]?.seq)
    expect(line?.payload).toEqual({ kind: 'view', from: '2026-11-16', to: '2026-11-16' })
  })

  test('shows a correction by the names of its fields, never by what stood in them', async () => {
    const { id, worker } = await withPerson()
    const { version } = await worker.people.edit({ id })
    await worker.people.update(
      click({
        id,
        version,
        idChangeGround: 'mistyped',
        data: personInput({
          firstName: 'Иван',
          middleName: 'Петров',
          lastName: 'Георгиев',
          email: 'a@example.org',
        }),
      }),
    )
    const head = await running.as('head')
    const { rows } = await head.audit.journal({ ...all, filter: { kind: 'change' } })
    expect(rows[0]).toMatchObject({
      action: 'person.changed',
      fields: ['people:fields.idNumber', 'people:fields.email'],
    })
    expect(JSON.stringify(rows)).not.toContain('example.org')
  })
})

test('what was written after the list was shown is not in its workbook', async () => {
  const { worker } = await withPerson()
  const head = await running.as('head')
  const shown = await head.audit.journal({ ...all, filter: { kind: 'change' } })
  await worker.people.create(click(personInput({ firstName: 'Елена' })))
  const { upTo, total } = shown
  const rows: number[] = []
  for await (const message of await head.audit.exportJournal({
    filter: { kind: 'change' },
    upTo,
    language: 'bg',
  }))
    if (message.kind === 'done') rows.push(message.rows)
  expect(rows).toEqual([total])
  expect((await head.audit.journal({ ...all, filter: { kind: 'change' } })).total).toBe(total + 1)
})

describe('what is written down', () => {
  test('failed log-ins: with a wrong password, with a profile that is not there, with the sheet', async () => {
    const stranger = running.stranger()
    const state = await stranger.session.current({})
    if (state.status === 'new') throw new Error('not set up')
    const slotId = state.profiles[1]?.slotId ?? ''
    const code = (work: Promise<unknown>) =>
      work.catch((error: unknown) => (error as { code: string }).code)
    expect(await code(stranger.session.logIn({ slotId, password: 'друга' }))).toBe(
      'UNAUTHENTICATED',
    )
    expect(await code(stranger.session.logIn({ slotId: 'none', password: 'друга' }))).toBe(
      'UNAUTHENTICATED',
    )
    expect(
      await code(
        stranger.session.recover({ code: 'А', slotId: 'none', newPassword: testPassword }),
      ),
    ).toBe('UNAUTHENTICATED')
    running.advance(60_000)
    const head = await running.as('head')
    const { rows } = await head.audit.journal({ ...all, filter: { kind: 'login' } })
    const refused = rows.filter(({ action }) => action === 'session.refused')
    expect(refused.map(({ about, by }) => [about, by])).toEqual([
      [{ key: 'audit:recoverySheet' }, ''],
      [null, ''],
      [{ name: state.profiles[1]?.displayName }, ''],
    ])
    expect(refused[0]?.more).toEqual({
      key: 'audit:attemptAt',
      at: '2026-11-16T09:00:00.000Z',
    })
  })

  test('locking by hand, standing idle, unlocking and logging out', async () => {
    const head = await running.as('head')
    const other = await running.as('clerk')
    await head.session.lock({})
    await head.session.unlock({ password: testPassword })
    running.advance(11 * 60_000)
    await expect(other.people.settlements({})).rejects.toMatchObject({ code: 'LOCKED' })
    await head.session.unlock({ password: testPassword })
    await head.session.logOut({})
    const again = await running.as('head')
    const { rows } = await again.audit.journal({ ...all, filter: { kind: 'login' } })
    const actions = rows.map(({ action }) => action)
    for (const action of ['session.locked', 'session.lockedIdle', 'session.ended'])
      expect(actions).toContain(action)
    expect(actions.filter((action) => action === 'session.unlocked')).toHaveLength(2)
  })

  test('who opened only a record and not the dossier counts among those who have seen it', async () => {
    const { id } = await withPerson()
    const clerk = await running.as('clerk')
    await clerk.people.revealId({ requestId: crypto.randomUUID(), data: { id } })
    const head = await running.as('head')
    await head.audit.journal({ ...all, filter: { personId: id } })
    running.office.writeReadingNotes()
    const viewers = await head.audit.viewers({ personId: id })
    expect(viewers.map(({ name, times, revealed }) => [name, times, revealed])).toEqual([
      ['Профил clerk', 0, 1],
      ['Профил socialWorker', 1, 0],
    ])
  })

  test('an action that took its time is not taken for one after a clock that was set back', async () => {
    const { id, worker } = await withPerson()
    const administrator = await running.as()
    // The key pair of the new password takes a while; somebody else's line comes in between.
    const given = (await administrator.accounts.list({ offset: 0, limit: 50 })).rows.find(
      ({ displayName }) => displayName === 'Профил clerk',
    )
    if (!given) throw new Error('no clerk')
    const slow = administrator.recovery.issueSheet({})
    running.advance(5000)
    await worker.people.addNote(
      click({ personId: id, note: { kind: 'phone' as const, text: 'Разговор' } }),
    )
    await slow
    expect(entries().filter(({ clockBack }) => clockBack)).toEqual([])
  })
})

describe('retention', () => {
  const waitFor = (done: () => boolean) => expect.poll(done, { timeout: 60_000 }).toBe(true)
  const year = 366 * 86_400_000

  test('shreds what looking said after its term and the rest after the longer one, and says how much', async () => {
    const { id } = await withPerson()
    running.office.writeReadingNotes()
    const before = entries()
    const looking = before.find(({ action }) => action === 'dossier.opened')
    const created = before.find(({ action }) => action === 'person.created')
    const payloadOf = (seq = 0) => entries().find((one) => one.seq === seq)?.payload
    running.advance(5 * year)
    await workDays(running)
    await running.as('head')
    await waitFor(() => payloadOf(looking?.seq) === null)
    expect(payloadOf(created?.seq)).toMatchObject({ data: { firstName: 'Иван' } })
    const line = entries().find(({ action }) => action === 'journal.shredded')
    const short = before.filter(({ action }) =>
      ['view', 'login'].includes(kindOfAction(action)),
    ).length
    expect(line?.payload).toMatchObject({ count: short })
    running.advance(5 * year)
    await workDays(running)
    await running.as('head')
    await waitFor(() => payloadOf(created?.seq) === null)
    // The chain itself stays: whose dossier it was is still known by its id.
    expect(entries().find(({ seq }) => seq === created?.seq)?.personId).toBe(id)
  })

  test('a clock that was set years ahead shreds nothing: the journal knows no work at that time', async () => {
    await withPerson()
    running.office.writeReadingNotes()
    const before = entries().filter(({ payload }) => payload !== null).length
    running.advance(11 * year)
    await running.as('head')
    running.advance(-11 * year)
    await running.as('head')
    await workDays(running)
    // Had anything been due, it would have been begun before the next turn.
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(entries().some(({ action }) => action === 'journal.shredded')).toBe(false)
    expect(entries().filter(({ payload }) => payload !== null).length).toBeGreaterThan(before)
  })
})
