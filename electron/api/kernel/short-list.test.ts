import { expect, test } from 'vitest'
import type { Db } from '#db/connection.ts'
import type { AskedList, ListCall } from './list-source.ts'
import { shortList } from './short-list.ts'

const call = (): ListCall => ({ db: {} as Db, roles: [], accountId: 'a', today: '2026-11-16' })
const asked = (view: string): AskedList => ({ view, filters: {}, order: [] })

test('rows, count and every view of one call are of one gathering, and the next call gathers anew', () => {
  let gathered = 0
  const source = shortList<{ id: string }>({
    all: () => {
      gathered += 1
      return [{ id: `first-${String(gathered)}` }, { id: 'second' }]
    },
    id: ({ id }) => id,
    inView: ({ id }, view) => view === 'all' || id === view,
    words: () => [],
    orders: {},
  })
  const one = call()
  const window = { offset: 0, limit: 10 }
  expect(source.rows(one, asked('all'), window)).toEqual([{ id: 'first-1' }, { id: 'second' }])
  expect([source.count(one, asked('all')), source.count(one, asked('second'))]).toEqual([2, 1])
  expect(gathered).toBe(1)
  expect(source.rows(call(), asked('all'), window)).toContainEqual({ id: 'first-2' })
})
