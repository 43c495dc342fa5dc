import path from 'node:path'
import { countPeople, listPeople, type PeopleFilter } from '#db/queries/people-list.ts'
import { searchPeople } from '#db/queries/people-search.ts'
import { serveOffice } from '#electron/server/server.ts'
import { httpClient } from './http-client.ts'
import { password, type BenchOffice } from './office.ts'
import { sameSql } from './raw-sql.ts'
import { inTurn, p95, type Figure } from './statistics.ts'

/** What a hand types, key by key: parts of names, a village, the beginning of a number. */
export const typed = [
  'ив',
  'иван пе',
  'петров геор',
  'мария ил',
  'стоян',
  'примерово 4',
  '3001',
  'rldk',
  'Ivanov',
  'кръстева',
]

/** Search and list at 100 000 people: the router and HTTP against the same SQL on the raw connection. */
export async function searchFigures(bench: BenchOffice, people: number): Promise<Figure[]> {
  const { office, client } = bench
  const { orm, raw } = office.vault.database()
  const text = (index: number) => typed[index % typed.length] ?? ''
  const searches = typed.map((one) => sameSql(raw, () => searchPeople(orm, one)))

  const server = await serveOffice(
    { open: () => Promise.resolve({ office }) },
    {
      port: 0,
      rendererDir: path.join(process.cwd(), 'dist/renderer'),
      cookieName: 'opora-bench',
    },
  )
  const remote = await httpClient(`http://127.0.0.1:${String(server.port)}`, password)
  const search = await inTurn(400, {
    sql: (i) => searches[i % searches.length]?.(),
    router: (i) => client.people.search({ text: text(i) }),
    // The same call with nothing to look for: no statement is run.
    empty: () => remote.people.search({ text: '' }),
    http: (i) => remote.people.search({ text: text(i) }),
  })
  await server.close()

  const list = (filter: Pick<PeopleFilter, 'settlement'>, size: number) => {
    const window = (i: number) => ({ offset: (i * 997) % Math.max(1, size - 60), limit: 60 })
    const windows = Array.from({ length: 100 }, (_, i) =>
      sameSql(raw, () => listPeople(orm, filter, [{ by: 'name' }], window(i))),
    )
    const count = sameSql(raw, () => countPeople(orm, filter))
    return inTurn(200, {
      sql: (i) => {
        windows[i % windows.length]?.()
        count()
      },
      router: (i) => client.people.list({ filters: { ...filter }, ...window(i % windows.length) }),
    })
  }
  const all = await list({}, people)
  const ofVillage = { settlement: 'Примерово 4' }
  const village = await list(ofVillage, countPeople(orm, ofVillage))
  const n = people.toLocaleString('en')
  const sql = p95(search.sql)
  return [
    ratio(`search, ${n} people, router in process, p95`, p95(search.router), sql, 3),
    {
      name: `search, ${n} people, over HTTP, p95`,
      value: p95(search.http),
      unit: 'ms',
      floor: { name: 'SQL + 1.5 × empty call', value: sql + 1.5 * p95(search.empty) },
      target: 1,
      kind: 'ratio',
    },
    ratio(`window of the list, ${n} people, router, p95`, p95(all.router), p95(all.sql), 3),
    ratio(
      `window of the list of one village, ${n} people, router, p95`,
      p95(village.router),
      p95(village.sql),
      3,
    ),
  ]
}

function ratio(name: string, value: number, sql: number, target: number): Figure {
  return { name, value, unit: 'ms', floor: { name: 'same SQL', value: sql }, target, kind: 'ratio' }
}
