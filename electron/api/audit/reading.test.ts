import { afterAll, beforeAll, expect, test } from 'vitest'
import { can } from '#domain/accounts/permissions.ts'
import { listAudit } from '#db/queries/audit.ts'
import type { Caller } from '#electron/api/kernel/office-door.ts'
import type { Office } from '#electron/office/office.ts'
import { makeCandidates } from '../testing/candidate-data.ts'
import { questionsAbout, recordsOf } from '../testing/asked.ts'
import type { Client } from '../testing/office.ts'
import { openReleasedOffice, type ReleasedOffice } from '../testing/released-office.ts'
import { call, procedures } from '../testing/procedures.ts'

/**
 * Every procedure that reads, found in the router, is asked about an office full of people: whose
 * answer names one of them, or whose question does, leaves a line. So a new one that forgets it fails.
 */
let released: ReleasedOffice
let office: Office
let head: Client
let administrator: Client

/** Names people and leaves no line of its own, because of what stands in the journal all the same. */
const exempt: Readonly<Record<string, string>> = {
  'people.search': 'what is found is written down when it is opened',
  'people.similar': 'people like the one who is being typed; as the search',
  'people.repeats': 'people like the one whose dossier is open; as the search',
  'applications.check': 'the same, in the form of an application',
  'candidates.check': 'the same, in the form of a candidate',
  'assessments.sheet': 'of an approved one only its id, to open it there',
  'papers.awaited': 'asked by a whole number, to mark that paper: this is written down',
  'today.overview': 'the first page of every log-in, and the log-in is written down',
}

const callers: Caller[] = []
/** Shows nobody whom the office serves: numbers, settings, profiles, copies, ids without a name. */
const nobody = `
  accounts.list accounts.find applications.setup applications.views applications.counts applications.colleagues candidates.setup candidates.views selections.views assessments.views assignments.views
  accounts.views catalogue.find catalogue.list catalogue.views contracts.views employees.views employments.views events.list events.views trainingDue.views papers.views people.views plans.views projects.views expiring.views assessments.counts
  audit.journalAccounts backup.overview backup.light backup.drives calendar.list contracts.counts health.condition
  methodologies.list methodologies.find office.find people.place people.settlements
  projects.list projects.find recovery.pending restore.look restore.find restore.last
  restore.numbers settings.list today.count`
  .trim()
  .split(/\s+/)
/** Of a state that no office of a released version was left in; their own tests read them. */
const notReached = [
  'contracts.ready',
  'expiring.list',
  'candidates.refusalPdf',
  'assignments.leftWithout',
  'assignments.list',
  'assignments.ofEmployment',
  'employees.find',
  'employees.list',
  'selections.list',
  'employments.check',
  'employments.find',
  'employments.issuing',
  'employments.list',
  'employments.ofPerson',
  'employments.preview',
  'letters.pdf',
  'letters.pile',
  'events.find',
  'events.notes',
  'events.setup',
  'trainingDue.chosen',
  'trainingDue.list',
]

async function logIn(displayName: string): Promise<Client> {
  const { client, caller } = await released.logIn(displayName)
  callers.push(caller)
  return client
}

beforeAll(async () => {
  released = await openReleasedOffice({ nothingByItself: true })
  office = released.office
  head = await logIn('Мария Грижева')
  administrator = await logIn('Пламен Ключаров')
  const living = rows(`select id from persons where death_date is null
    and id in (select person_id from papers) limit 4`)
  await makeCandidates(
    head,
    living.map(({ id }) => id ?? ''),
  )
})
afterAll(() => released.dispose())

const rows = (sql: string) => released.rows(sql) as Record<string, string>[]

test('every reading that names a person stands in the journal, once a session', async () => {
  const lastNames = rows('select last_name as name from persons').map(({ name }) => name!)
  const numbers = rows('select id_number as n from persons where id_number is not null')
  const everyone = [...lastNames, ...numbers.map(({ n }) => n!)]
  const people = rows('select id from persons where id in (select person_id from papers) limit 4')
  const reading = procedures.filter(({ meta }) => meta.kind === 'read')
  const silent: string[] = []
  const twice: string[] = []
  const named = new Set<string>()

  for (const { name, meta, input } of reading) {
    const client = meta.permission && !can(['head'], meta.permission) ? administrator : head
    for (const { id: personId = '' } of people) {
      const known = recordsOf(rows, personId)
      for (const question of questionsAbout(known, { name, input })) {
        const linesAfter = async () => {
          const before = listAudit(office.vault.database().orm, { limit: 1 })[0]?.seq ?? 0
          const answer = await call(client, name, question).catch(() => undefined)
          office.writeReadingNotes()
          const lines = listAudit(office.vault.database().orm, { limit: 20 })
          return { answer, lines: lines.filter(({ seq }) => seq > before) }
        }
        forgetReadings()
        const { answer, lines } = await linesAfter()
        if (answer === undefined) continue
        const told = JSON.stringify(answer)
        const asked = JSON.stringify(question)
        const asksOne = Object.values(known).some(
          (one) => typeof one === 'string' && one.length > 30 && asked.includes(one),
        )
        const names =
          answer instanceof Blob ||
          everyone.some((word) => told.includes(word)) ||
          (asksOne && !['[]', 'null'].includes(told) && !nobody.includes(name))
        if (!names) continue
        named.add(name)
        if (lines.length === 0) silent.push(name)
        // Whose dossier it was stands in the line.
        const whose = lines.find(({ action }) => action !== 'list.opened')
        if (asksOne && whose && whose.personId !== personId) silent.push(`${name}: not whose`)
        if ((await linesAfter()).lines.length > 0) twice.push(name)
      }
    }
  }
  expect([...new Set(silent)].toSorted()).toEqual(Object.keys(exempt).toSorted())
  expect([...new Set(twice)]).toEqual([])
  expect([...named, ...nobody, ...notReached].toSorted()).toEqual(
    reading.map(({ name }) => name).toSorted(),
  )
})

/** As a session that has opened nothing yet. */
function forgetReadings(): void {
  for (const { session } of callers) session?.readDossiers.clear()
}
