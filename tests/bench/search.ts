import { searchPeople } from '#db/queries/people-search.ts'
import { countPeople, listPeople } from '#db/queries/people-list.ts'
import { serveOffice } from '#electron/server/server.ts'
import path from 'node:path'
import { httpClient } from './http-client.ts'
import { password, type BenchOffice } from './office.ts'
import { p95, time, type Figure } from './statistics.ts'

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

/** Search as you type at 100 000 people: the router against the same query on the raw connection. */
export async function searchFigures(bench: BenchOffice, people: number): Promise<Figure[]> {
  const { office, client } = bench
  const database = office.vault.database()
  const text = (index: number) => typed[index % typed.length] ?? ''
  const floor = p95(await time(300, (i) => searchPeople(database.orm, text(i))))
  const inProcess = p95(await time(300, (i) => client.people.search({ text: text(i) })))

  const server = await serveOffice(office, {
    port: 0,
    rendererDir: path.join(process.cwd(), 'dist/renderer'),
    cookieName: 'opora-bench',
  })
  const remote = await httpClient(`http://127.0.0.1:${String(server.port)}`, password)
  const empty = p95(await time(300, () => remote.session.current({})))
  const overHttp = p95(await time(300, (i) => remote.people.search({ text: text(i) })))
  await server.close()

  const list = p95(
    await time(100, (i) =>
      client.people.list({ filter: {}, order: {}, offset: (i * 997) % people, limit: 60 }),
    ),
  )
  const rawList = p95(
    await time(100, (i) => {
      listPeople(database.orm, {}, { by: 'name' }, { offset: (i * 997) % people, limit: 60 })
      countPeople(database.orm, {})
    }),
  )
  const n = people.toLocaleString('en')
  return [
    {
      name: `search, ${n} people, router in process, p95`,
      value: inProcess,
      unit: 'ms',
      floor: { name: 'same SQL', value: floor },
      target: 3,
      kind: 'ratio',
    },
    {
      name: `search, ${n} people, over HTTP, p95`,
      value: overHttp,
      unit: 'ms',
      floor: { name: 'SQL + 1.5 × empty call', value: floor + 1.5 * empty },
      target: 1,
      kind: 'ratio',
    },
    {
      name: `window of the list, ${n} people, router, p95`,
      value: list,
      unit: 'ms',
      floor: { name: 'same SQL', value: rawList },
      target: 3,
      kind: 'ratio',
    },
  ]
}
