import { describe, expect, it } from 'vitest'
import { holdingDrafts, memoryDrafts, type DraftStore } from './drafts.ts'

/** An office that can be locked from its own side, as after idle minutes. */
function office() {
  const kept = memoryDrafts()
  let locked = false
  const store: DraftStore = {
    ...kept,
    save: (key, values, about) =>
      locked ? Promise.reject(new Error('LOCKED')) : kept.save(key, values, about),
    load: (key) => (locked ? Promise.reject(new Error('LOCKED')) : kept.load(key)),
  }
  return { store, kept, lock: () => (locked = true), unlock: () => (locked = false) }
}

const key = 'people:new'
const about = { title: 'Лице', place: '/people/new' }

describe('what the office would not write', () => {
  it('is held and written when the same account is back', async () => {
    const { store, kept, lock, unlock } = office()
    const refused: unknown[] = []
    const drafts = holdingDrafts(store, (error) => refused.push(error))
    await drafts.resume('a')
    await drafts.save(key, { name: 'Ив' }, about)
    lock()
    await expect(drafts.save(key, { name: 'Иван' }, about)).rejects.toThrow('LOCKED')
    expect(refused).toHaveLength(1)
    expect((await kept.load(key))?.values).toEqual({ name: 'Ив' })
    unlock()
    await drafts.resume('a')
    expect((await kept.load(key))?.values).toEqual({ name: 'Иван' })
  })

  it('is given to the form that opens before it is written', async () => {
    const { store, lock } = office()
    const drafts = holdingDrafts(store, () => undefined)
    await drafts.resume('a')
    lock()
    await drafts.save(key, { name: 'Иван' }, about).catch(() => undefined)
    expect((await drafts.load(key))?.values).toEqual({ name: 'Иван' })
  })

  it('is never written for another account', async () => {
    const { store, kept, lock, unlock } = office()
    const drafts = holdingDrafts(store, () => undefined)
    await drafts.resume('a')
    lock()
    await drafts.save(key, { name: 'Иван' }, about).catch(() => undefined)
    unlock()
    await drafts.resume('b')
    expect(await drafts.load(key)).toBeUndefined()
    expect(await kept.load(key)).toBeUndefined()
  })

  it('is not undone by an older save that comes back late', async () => {
    const kept = memoryDrafts()
    const answers: (() => void)[] = []
    const slow: DraftStore = {
      ...kept,
      save: (name, values, about) =>
        new Promise((resolve, reject) => {
          answers.push(() => {
            kept.save(name, values, about).then(resolve, reject)
          })
        }),
    }
    const drafts = holdingDrafts(slow, () => undefined)
    const first = drafts.save(key, { name: 'Ив' }, about)
    const second = drafts.save(key, { name: 'Иван' }, about)
    answers[0]?.()
    await first
    expect((await drafts.load(key))?.values).toEqual({ name: 'Иван' })
    answers[1]?.()
    await second
    expect((await kept.load(key))?.values).toEqual({ name: 'Иван' })
  })
})
