import { expect, test } from 'vitest'
import { lists, titleOfList } from './register.ts'

test('the journal calls a list by its own name, „Днес“ by its own, and another by neither', () => {
  for (const [id, { title }] of Object.entries(lists)) expect(titleOfList(id)).toBe(title)
  expect(titleOfList('today')).toBe('today:title')
  expect(['waiting', 'toString'].map(titleOfList)).toEqual(['lists:noMore', 'lists:noMore'])
})
