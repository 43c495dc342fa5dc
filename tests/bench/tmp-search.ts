import { builtWorkers } from '#electron/office/built-workers.ts'
import { startOffice } from '#electron/office/office.ts'
import { localClient } from '#electron/cli/connect.ts'
import { password } from './office.ts'
import { searchFigures, typed } from './search.ts'
import { line, inTurn, median } from './statistics.ts'
import { sameSql } from './raw-sql.ts'
import { searchPeople } from '#db/queries/people-search.ts'
const dir = '/tmp/speed/office-100000'
const office = await startOffice({
  dataDir: dir,
  version: 'bench',
  workers: builtWorkers('/tmp/w/speed/dist/main'),
})
const client = localClient(office)
const s = await client.session.current({})
if (s.status === 'new') throw 1
await client.session.logIn({ slotId: s.profiles[0]!.slotId, password })
for (const f of await searchFigures({ dir, office, client, close: async () => {} }, 100000))
  console.log(line(f))
const { raw, orm } = office.vault.database()
for (const t of typed) {
  const sql = sameSql(raw, () => searchPeople(orm, t))
  const r = await inTurn(
    20,
    { sql, fn: () => searchPeople(orm, t), router: () => client.people.search({ text: t }) },
    5,
  )
  console.log(t, median(r.sql).toFixed(2), median(r.fn).toFixed(2), median(r.router).toFixed(2))
}
const r = await inTurn(
  20,
  {
    settlements: () => client.people.settlements({}),
    empty: () => client.session.current({}),
    list: () => client.people.list({ filter: {}, order: {}, offset: 0, limit: 100 }),
  },
  5,
)
for (const [k, v] of Object.entries(r)) console.log(k, median(v).toFixed(2))
await office.close()
process.exit(0)
