import { insertApplication, findApplicationRow } from '#db/queries/applications.ts'
import { insertAssignment } from '#db/queries/assignments.ts'
import { listAccounts } from '#db/queries/accounts.ts'
import { insertEmployment } from '#db/queries/employments.ts'
import { applicationInputSchema } from '#domain/applications/schema.ts'
import { addDays, addMonths } from '#domain/calendar/civil-date.ts'
import { employmentInputSchema } from '#domain/employments/schema.ts'
import { needsOf, offerLines, poolFor } from '#electron/api/assignments/pool.ts'
import { applicationInput } from '#domain/applications/testing/sample.ts'
import type { BenchOffice } from './office.ts'
import { sameSql } from './raw-sql.ts'
import { inTurn, p95, time, type Figure } from './statistics.ts'

/** So many assistants as no office of one municipality has. */
const team = 500
/** Three years, a month each. */
const months = 36

/** Who may be chosen by one person out of a whole team, and the page of one of them with a long history. */
export async function teamFigures({ office, client }: BenchOffice): Promise<Figure[]> {
  const { orm, raw } = office.vault.database()
  const { applicationId, assistantId } = insertTeam({ office })
  const application = findApplicationRow(orm, applicationId)
  if (!application) throw new Error('the application was not kept')
  const today = office.today()
  const floor = sameSql(raw, () => {
    const pool = poolFor(orm, today)
    offerLines(orm, needsOf(orm, application, pool, { minutesPerMonth: 2520, sex: null }), pool)
  })
  const choice = await inTurn(100, {
    sql: () => {
      floor()
    },
    router: () => client.assignments.choice({ applicationId, minutesPerMonth: 2520 }),
  })
  const page = await time(100, async () => {
    await client.employees.find({ personId: assistantId })
    await client.assignments.ofPerson({ personId: assistantId })
  })
  const list = await time(100, () =>
    client.employees.list({
      view: 'canTake',
      filters: { village: 'Примерово 4', minutes: '120', from: 'tomorrow' },
      offset: 0,
      limit: 60,
    }),
  )
  const budget = { unit: 'ms', target: 100, kind: 'budget' } as const
  return [
    {
      name: `choice of an assistant among ${String(team)}, router in process, p95`,
      value: p95(choice.router),
      unit: 'ms',
      floor: { name: 'same SQL', value: p95(choice.sql) },
      target: 3,
      kind: 'ratio',
    },
    {
      name: `page of an assistant, ${String(months)} assignments, in process, p95`,
      value: p95(page),
      ...budget,
    },
    { name: `who may take a person, ${String(team)} assistants, p95`, value: p95(list), ...budget },
  ]
}

/** Signed contracts of people who are there, one of whom has helped one person for three years. */
function insertTeam({ office }: Pick<BenchOffice, 'office'>) {
  const database = office.vault.database()
  const today = office.today()
  const by = listAccounts(database.orm)[0]?.id ?? ''
  const stamp = { at: office.now(), by }
  const start = addMonths(today, -months)
  const input = employmentInputSchema.parse({
    kind: 'labour',
    positionId: 'personalAssistant',
    legalGround: 'permanent',
    contractDate: start,
    startDate: start,
    minutesPerDay: 240,
    otherMinutesPerDay: 0,
    basePayCents: 524,
    payUnit: 'hour',
    leaveDays: 20,
    noticeDays: 30,
    placeOfWork: 'домовете на лицата',
    place: 'гр. Примерна',
    copies: 2,
    accountantSigns: false,
  })
  const ids = database.raw
    .prepare('select id from persons limit ?')
    .pluck()
    .all(team + 1)
  const [helped = '', ...working] = ids.map(String)
  return database.transaction((tx) => {
    const employments = working.map((personId) => insertEmployment(tx, input, personId, stamp))
    database.raw
      .prepare(
        `update employments set status = 'signed', number = id, number_year = ?, signed_on = start_date`,
      )
      .run(Number(start.slice(0, 4)))
    const entry = { personId: helped, entryNumber: '94-1', entryDate: start }
    const applicationId = insertApplication(
      tx,
      applicationInputSchema.parse(applicationInput(entry)),
      'approved',
      stamp,
    )
    const of = { applicationId, personId: helped, choiceId: null, replacesId: null }
    for (let month = 0; month < months; month += 1) {
      const fromDate = addMonths(start, month)
      insertAssignment(
        tx,
        {
          employmentId: employments[0] ?? '',
          fromDate,
          toDate: addDays(addMonths(start, month + 1), -1),
          minutesPerMonth: 2520,
          overNormReason: '',
        },
        { ...of, role: 'titular' },
        stamp,
      )
    }
    return { applicationId, assistantId: working[0] ?? '' }
  })
}
