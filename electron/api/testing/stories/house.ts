import { eventsOf } from '../answers.ts'
import { approvedCase } from '../cases.ts'
import { issuedContract } from '../contract-data.ts'
import { fromFolder, onStick, snapshotNow } from '../copies.ts'
import {
  click,
  openNewOffice,
  secretOf,
  testOfficeInput,
  testPassword,
  testToday,
  wholePath,
} from '../office.ts'
import type { Open } from './open.ts'

const ownDay = { date: '2026-12-31', kind: 'off' as const, reason: 'Заповед № 1' }
const given = 'първа вода 7 камъка'

/** Profiles, sheets and settings. */
export async function profiles(open: Open): Promise<void> {
  const office = await open()
  const keeper = await office.as('administrator')
  const clerk = { displayName: 'Нова Колежкова', position: '', roles: ['clerk' as const] }
  const { id } = await keeper.accounts.create(click({ ...clerk, password: given }))
  await keeper.accounts.update(
    click({ ...clerk, id, version: 1, disabled: false, position: 'архивар' }),
  )
  await keeper.accounts.resetPassword(click({ id, password: 'нова река 48 камъка' }))
  const preferences = { screen: { theme: 'dark' } }
  await keeper.accounts.savePreferences({ preferences })
  await keeper.settings.add(
    click({
      ...{ key: 'applicationNumbersOwn', value: true },
      ...{ validFrom: testToday, source: 'Заповед № 1' },
    }),
  )
  const day = await keeper.calendar.save(click({ ...ownDay, id: null, version: null }))
  await keeper.calendar.remove(click(day))
  const { version } = await keeper.office.find({})
  await keeper.office.update(
    click({ version, data: { ...testOfficeInput, mayorTitle: 'кмет на община' } }),
  )
  await keeper.drafts.save({
    form: 'office',
    payload: { a: 1 },
    title: 'Служба',
    place: '/office',
  })
  await keeper.drafts.discard({ form: 'office' })
  await keeper.recovery.issueSheet({})
  const sheet = [...office.office.recoverySheets.values()][0]!
  await keeper.recovery.confirm(click({ group: sheet.code.split('-')[sheet.ask] ?? '' }))
  await eventsOf(keeper.keyring.change({ password: testPassword }))
}

/** Log-in, lock, another password, the sheet. */
export async function logIns(open: Open): Promise<void> {
  const office = await open()
  const keeper = await office.as('administrator')
  await keeper.recovery.issueSheet({})
  const { code } = [...office.office.recoverySheets.values()][0]!
  const client = office.stranger()
  const secret = await secretOf(client, 'head')
  await client.session.logIn(secret)
  await client.session.changePassword({ old: testPassword, new: 'своя река 12 моста' })
  await client.session.lock({})
  await client.session.unlock({ password: 'своя река 12 моста' })
  await client.session.logOut({})
  const { slotId } = await secretOf(client, 'head')
  await office.stranger().session.recover({ code, slotId, newPassword: given })
}

/** Copies, checks and the journal. */
export async function copies(open: Open): Promise<void> {
  const office = await open()
  const head = await office.as('head')
  const place = office.folder()
  const made = (await eventsOf(head.backup.make({ place }))).at(-1)
  if (made?.kind !== 'done') throw new Error('no copy was made')
  const { id: copyId, mediumId } = made.copy as { id: string; mediumId: string }
  await eventsOf(head.backup.check({ copyId }))
  await head.backup.renameMedium(click({ mediumId, name: 'Синият' }))
  await eventsOf(head.health.verify({}))
  await eventsOf(head.audit.verify({}))
  const { upTo } = await head.audit.journal({ filter: {}, offset: 0, limit: 1 })
  await eventsOf(head.audit.exportJournal({ filter: {}, upTo, language: 'bg' }))
}

/** A restore, its numbers, its undoing, and what it put aside. */
export async function restores(open: Open): Promise<void> {
  const office = await open()
  const worker = await office.as(...wholePath)
  const head = await office.as('head')
  await issuedContract({ worker, head }, approvedCase(office.office).personId)
  const source = { kind: 'snapshot' as const, name: await snapshotNow(office) }
  const secret = await secretOf(head, 'head')
  await eventsOf(head.restore.trial({ source, secret }))
  await eventsOf(head.restore.run({ source, secret }))
  await head.session.logIn(secret)
  const { registers } = await head.restore.numbers({})
  const typed = registers.map(({ register, year, lastNumber }) => ({
    ...{ register, year, lastOnPaper: lastNumber + 2 },
  }))
  await head.restore.confirmNumbers(click({ registers: typed }))
  await eventsOf(head.restore.undo({ secret }))
  await head.session.logIn(secret)
  const [aside] = (await head.backup.overview({})).asides
  await head.backup.removeAside(click({ name: aside!.name }))
}

/** An office that is set up, and one that is brought back to a fresh computer. */
export async function beginnings(open: Open): Promise<void> {
  const first = await open(openNewOffice())
  await first.stranger().office.setUp({
    office: testOfficeInput,
    account: { displayName: 'Първа', position: null },
    password: testPassword,
  })
  const folder = onStick(first, await snapshotNow(first))
  const slots = await first.stranger().session.current({})
  const slotId = slots.status === 'new' ? '' : (slots.profiles[0]?.slotId ?? '')
  const fresh = (await open(openNewOffice())).stranger()
  const secret = { slotId, password: testPassword }
  await eventsOf(fresh.rescue.run({ source: fromFolder(folder), secret }))
}
