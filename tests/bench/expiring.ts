import { expiringList } from '#domain/expiring/list.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import { telkDecisionSchema } from '#domain/people/schema.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/ids.ts'
import { listAccounts } from '#db/queries/accounts.ts'
import { insertTelkDecision } from '#db/queries/people-parts.ts'
import { applications } from '#db/schema/applications.ts'
import { expiringSource } from '#electron/api/expiring/list.ts'
import { insertInto } from './invented-people.ts'
import type { BenchOffice } from './office.ts'
import { sameSql } from './raw-sql.ts'
import { inTurn, p95, type Figure } from './statistics.ts'

/** Far more than one municipality ever has open. */
const cases = 2_000

/** „Изтича“: what all the kinds are gathered from, against the same SQL on the raw connection. */
export async function expiringFigures({ office, client }: BenchOffice): Promise<Figure[]> {
  const database = office.vault.database()
  const { orm, raw } = database
  const [account] = listAccounts(orm)
  if (!account) throw new Error('the office has no account')
  const today = office.today()
  openCases(database, today, { at: office.now(), by: account.id })
  raw.exec('analyze')

  const asked = { view: 'all', filters: {}, order: [expiringList.order] }
  const window = { offset: 0, limit: 60 }
  const sql = sameSql(raw, () => {
    const call = { db: orm, roles: account.roles, accountId: account.id, today }
    return expiringSource.rows(call, asked, window)
  })
  const { total } = await client.expiring.list(window)
  if (total < cases) throw new Error(`${String(total)} rows, fewer than cases`)
  const spent = await inTurn(50, {
    sql,
    list: () => client.expiring.list(window),
    views: () => client.expiring.views({}),
  })
  const n = total.toLocaleString('en')
  const ratio = (name: string, value: number): Figure => ({
    name: `${name}, ${n} rows gathered, router in process, p95`,
    value,
    unit: 'ms',
    floor: { name: 'same SQL', value: p95(spent.sql) },
    target: 3,
    kind: 'ratio',
  })
  return [
    ratio('window of what ends', p95(spent.list)),
    ratio('counts of all its views', p95(spent.views)),
  ]
}

/** What an application says in words; here nothing. */
const empty = {
  preferredAssistant: '',
  substituteAssistant: '',
  preferredHours: '',
  needsDescription: '',
  generalPractitioner: '',
  note: '',
  emergencyContactName: '',
  emergencyContactPhone: '',
  preliminaryAssessmentNumber: '',
  endReason: '',
  overrideReason: '',
}

/** Of the first people: an open case, a card and two decisions of which the newer ends within the list. */
function openCases(database: Database, today: string, stamp: { at: string; by: string }): void {
  const { raw } = database
  const people = raw
    .prepare<[number], string>('select id from persons order by row_no limit ?')
    .pluck()
    .all(cases)
  const addCase = insertInto(raw, applications, 'applications')
  const card = raw.prepare(
    "update persons set id_card_number = '640000001', id_card_valid_until = ? where id = ?",
  )
  database.transaction((tx) => {
    for (const [n, personId] of people.entries()) {
      addCase({
        id: newId(),
        personId,
        state: 'approved',
        version: 1,
        regime: 'assistantSupport',
        service: 'assistantSupport',
        filedBy: 'inPerson',
        entryNumber: `94-${String(n + 1)}`,
        entryDate: today,
        entryYear: Number(today.slice(0, 4)),
        ...empty,
        declarations: { truth: true, homeAccess: true, noDoubleSupport: true, privacyNotice: true },
        receivedBy: stamp.by,
        createdAt: stamp.at,
        updatedAt: stamp.at,
        updatedBy: stamp.by,
      })
      card.run(addDays(today, n % 90), personId)
      for (const years of [4, 1])
        insertTelkDecision(tx, personId, telkOf(addDays(today, -365 * years), today, n), stamp)
    }
  })
}

const telkOf = (decidedOn: string, today: string, n: number) =>
  telkDecisionSchema.parse({
    ...{ number: String(n + 1), decidedOn, kind: 'disabilityDegree', percent: 90 },
    ...{ attendance: true, attendanceUntil: addDays(today, (n + 30) % 90) },
    validUntil: addDays(today, (n + 60) % 90),
  })
