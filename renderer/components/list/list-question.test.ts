import { describe, expect, it } from 'vitest'
import { narrowings, optionsOf, questionOf, questionOfSelected } from './list-question.ts'
import { narrowed, nextSort, type ListState } from './list-state.ts'
import { nothingSelected } from './windowing.ts'

const state: ListState = {
  text: '  геор ',
  view: 'running',
  filters: { settlement: 'Примерно' },
  sort: [
    { column: 'name', descending: false },
    { column: 'number', descending: true },
  ],
  active: 7,
  scrollTop: 300,
  selection: { mode: 'some', ids: new Set(['a']) },
}
const say = (key: string, params?: Record<string, string | number>) =>
  params ? `${key} ${JSON.stringify(params)}` : key

describe('what the office is asked', () => {
  it('holds the text without its ends, the view, the filters and both orders in their order', () => {
    expect(questionOf(state)).toEqual({
      text: 'геор',
      view: 'running',
      filters: { settlement: 'Примерно' },
      order: [
        { by: 'name', descending: false },
        { by: 'number', descending: true },
      ],
    })
  })
  it('never holds a longer text than the office takes', () => {
    expect(questionOf({ ...state, text: 'я'.repeat(500) }).text).toHaveLength(120)
  })
  it('is the view of the page, whatever the list remembers of another', () => {
    expect(questionOf(state, 'clients').view).toBe('clients')
  })
})

describe('what is handed out', () => {
  const question = questionOf(state)
  it('is all that is shown while nothing is selected', () => {
    expect(questionOfSelected(question, nothingSelected, 40).chosen).toBeUndefined()
    // All without an exception: the office needs no list of ids for it.
    const all = { mode: 'all', except: new Set<string>() } as const
    expect(questionOfSelected(question, all, 40).chosen).toBeUndefined()
  })
  it('is the selected alone, or all but those taken out', () => {
    expect(questionOfSelected(question, state.selection, 40).chosen).toEqual({
      mode: 'some',
      ids: ['a'],
    })
    const but = { mode: 'all', except: new Set(['b', 'c']) } as const
    expect(questionOfSelected(question, but, 40).chosen).toEqual({ mode: 'all', ids: ['b', 'c'] })
  })
})

describe('what a list is narrowed to', () => {
  const shape = {
    views: [
      { id: 'all', label: 'view.all' },
      { id: 'running', label: 'view.running' },
    ],
    filters: [
      { id: 'settlement', label: 'place', any: 'anyPlace', chip: 'placeIs' },
      {
        id: 'life',
        label: 'life',
        any: 'both',
        options: [{ id: 'living', label: 'life.living' }],
      },
    ],
  }
  it('is said part by part, and each takes away only itself', () => {
    const parts = narrowings(
      shape,
      { view: 'running', filters: { settlement: 'Примерно', life: 'living' } },
      say,
    )
    expect(parts).toEqual([
      { label: 'view.running', without: { view: '' } },
      {
        label: 'placeIs {"value":"Примерно"}',
        without: { filters: { life: 'living' } },
      },
      { label: 'life.living', without: { filters: { settlement: 'Примерно' } } },
    ])
  })
  it('is nothing for the whole list', () => {
    expect(narrowings(shape, { view: '', filters: {} }, say)).toEqual([])
  })
  it('offers what the shape names, and what only the office can name', () => {
    const sides = {
      counts: {},
      options: { settlement: [{ id: 'Примерно', text: 'с. Примерно (3)' }] },
    }
    expect(shape.filters.map((filter) => optionsOf(filter, sides, say))).toEqual([
      [{ id: 'Примерно', name: 'с. Примерно (3)' }],
      [{ id: 'living', name: 'life.living' }],
    ])
    expect(optionsOf(shape.filters[0]!, undefined, say)).toEqual([])
  })
})

describe('what a list remembers', () => {
  it('forgets place and selection when other rows are asked for: they were of the former ones', () => {
    expect(narrowed(state, { view: '' })).toEqual({
      ...state,
      view: '',
      active: 0,
      scrollTop: 0,
      selection: nothingSelected,
    })
  })
  it('orders by a second column with Shift, by one without, by none after the third time', () => {
    const one = nextSort([], 'name', false)
    const two = nextSort(one, 'date', true)
    expect(two.map(({ column }) => column)).toEqual(['name', 'date'])
    expect(nextSort(two, 'date', true)).toEqual([one[0], { column: 'date', descending: true }])
    expect(nextSort(two, 'date', false)).toEqual([{ column: 'date', descending: true }])
    expect(nextSort([{ column: 'name', descending: true }], 'name', false)).toEqual([])
  })
})
