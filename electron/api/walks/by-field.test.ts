import { afterAll, beforeAll, expect, test } from 'vitest'
import { can, type Permission } from '#domain/accounts/permissions.ts'
import { kindOfAction } from '#domain/audit/actions.ts'
import { roles, type Role } from '#domain/accounts/roles.ts'
import { demoAccounts } from '#demo/desk.ts'
import { makeCandidates } from '../testing/candidate-data.ts'
import { questionsAbout, recordsOf } from '../testing/asked.ts'
import type { Client } from '../testing/office.ts'
import { openReleasedOffice, type ReleasedOffice } from '../testing/released-office.ts'
import { call, procedures } from '../testing/procedures.ts'

/**
 * A word of its own stands in every field that not everybody may read. Every procedure that reads is
 * asked by every role; whoever is given a word without its right is named with the procedure.
 */
const planted: readonly { table: string; column: string; right: Permission; as?: string }[] = [
  { table: 'persons', column: 'gp', right: 'people.write' },
  { table: 'persons', column: 'own_wish_text', right: 'people.write' },
  { table: 'persons', column: 'id_card_number', right: 'people.revealId' },
  { table: 'representatives', column: 'id_card_number', right: 'people.revealId' },
  { table: 'telk_decisions', column: 'number', right: 'people.readTelk' },
  { table: 'telk_decisions', column: 'diagnosis', right: 'people.readHealth' },
  { table: 'telk_decisions', column: 'icd10', right: 'people.readHealth' },
  { table: 'applications', column: 'note', right: 'applications.read' },
  { table: 'applications', column: 'needs_description', right: 'applications.read' },
  { table: 'applications', column: 'override_reason', right: 'applications.read' },
  { table: 'candidacies', column: 'note', right: 'candidates.read' },
  { table: 'candidacies', column: 'named_person', right: 'candidates.read' },
  { table: 'candidacies', column: 'end_reason', right: 'candidates.read' },
  { table: 'assessments', column: 'granted_reason', right: 'assessments.read' },
  { table: 'assessments', column: 'witness', right: 'assessments.read' },
  { table: 'assessments', column: 'degree', right: 'assessments.read' },
  { table: 'support_plans', column: 'general_practitioner', right: 'people.write' },
  { table: 'support_plans', column: 'risks', right: 'people.write', as: '["WORD"]' },
  {
    ...{ table: 'support_plans', column: 'areas_without_goal', right: 'assessments.read' },
    as: '[{"areaId":"WORD","reason":"WORD"}]',
  },
  { table: 'support_plans', column: 'sent_back_reason', right: 'plans.write' },
  { table: 'contracts', column: 'termination_reason', right: 'contracts.write' },
  { table: 'contracts', column: 'annul_reason', right: 'contracts.write' },
  {
    ...{ table: 'contracts', column: 'witnesses', right: 'contracts.write' },
    as: '[{"fullName":"Свидетел","identifier":"WORD"}]',
  },
  { table: 'papers', column: 'annul_reason', right: 'papers.markSigned' },
]
const wordOf = (table: string, column: string) => `тайна-${table}-${column}`
const rows = (sql: string) => released.rows(sql) as Record<string, string>[]

let released: ReleasedOffice
const clients = new Map<Role, Client>()
beforeAll(async () => {
  released = await openReleasedOffice({ nothingByItself: true })
  for (const role of roles) {
    const account = demoAccounts.find((one) => one.roles.some((own) => own === role))
    clients.set(role, (await released.logIn(account?.displayName ?? '')).client)
  }
  const living = rows(`select id from persons where death_date is null
    and id in (select person_id from papers) limit 3`)
  await makeCandidates(
    clients.get('head')!,
    living.map(({ id }) => id ?? ''),
  )
  const { raw } = released.office.vault.database()
  for (const { table, column, as = 'WORD' } of planted) {
    const changed = raw
      .prepare(`update ${table} set ${column} = ?`)
      .run(as.replaceAll('WORD', wordOf(table, column))).changes
    expect(changed, `${table}.${column}`).toBeGreaterThan(0)
  }
})
afterAll(() => released.dispose())

/** Everything that this role is told, by procedure. A paper is bytes: who may open one is the table’s. */
async function toldTo(role: Role): Promise<Map<string, string>> {
  const told = new Map<string, string>()
  const client = clients.get(role)!
  const people = rows('select id from persons where id in (select person_id from papers) limit 3')
  for (const one of procedures.filter(({ meta }) => meta.kind === 'read')) {
    if (one.meta.permission && !can([role], one.meta.permission)) continue
    for (const { id = '' } of people)
      for (const question of questionsAbout(recordsOf(rows, id), one)) {
        const answer = await call(client, one.name, question).catch((error: unknown) => {
          const { message, data } = error as { message: string; data?: unknown }
          return [message, data]
        })
        told.set(one.name, (told.get(one.name) ?? '') + JSON.stringify([answer]))
      }
  }
  return told
}

test.each(roles)(
  '%s is told nothing of a field without its right, by whatever is asked',
  async (role) => {
    const told = await toldTo(role)
    expect(told.size).toBeGreaterThan(3)
    const leaks = planted
      .filter(({ right }) => !can([role], right))
      .flatMap(({ table, column }) =>
        [...told].flatMap(([name, text]) =>
          text.includes(wordOf(table, column)) ? [`${name}: ${table}.${column}`] : [],
        ),
      )
    expect(leaks).toEqual([])
    // The walk is blind where nobody is ever told anything.
    if (role === 'head') {
      const all = [...told.values()].join('')
      const seen = planted.filter(({ table, column }) => all.includes(wordOf(table, column)))
      expect(seen.length).toBeGreaterThan(planted.length / 2)
    }
  },
)

test.each(roles)('%s reads in no timeline who looked at a record', async (role) => {
  if (!can([role], 'people.read')) return
  const [person] = rows('select person_id as id from applications limit 1')
  await clients.get('head')!.applications.list({ offset: 0, limit: 5 })
  await clients.get('socialWorker')!.plans.ofPerson({ personId: person?.id ?? '' })
  const [application] = rows(`select id from applications where person_id = '${person?.id ?? ''}'`)
  await clients.get('head')!.applications.find({ id: application?.id ?? '' })
  released.office.writeReadingNotes()
  const looked = rows(`select action from audit_entries where person_id = '${person?.id ?? ''}'`)
  expect(looked.filter(({ action = '' }) => action === 'application.opened')).not.toEqual([])
  const { entries } = await clients.get(role)!.audit.timeline({
    personId: person?.id ?? '',
    limit: 100,
  })
  expect(entries.filter(({ action }) => kindOfAction(action) === 'view')).toEqual([])
})

test('a paper with whole numbers on it is opened by who may see whole numbers', () => {
  for (const role of roles)
    if (can([role], 'papers.print')) expect(can([role], 'people.revealId'), role).toBe(true)
  const opening = procedures.filter(({ name }) => /^papers\.(pdf|forPrinter|reprint)$/.test(name))
  expect(opening.map(({ meta }) => meta.permission)).toEqual(Array(3).fill('papers.print'))
})
