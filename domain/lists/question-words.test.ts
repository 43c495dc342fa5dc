import { expect, test } from 'vitest'
import { projectsList } from '#domain/projects/list.ts'
import type { Say } from './cells.ts'
import { questionWords } from './question-words.ts'

const say: Say = (key, params) => [key, ...Object.values(params ?? {})].join(' ')
const asked = (text: string) =>
  questionWords(projectsList, { view: '', filters: {}, order: [], text }, say)

test('a list on paper says what was looked for, without letters that no paper can print', () => {
  expect(asked(' договор 31 ')).toEqual(['lists:said.text договор 31'])
  expect(asked('иван 😀 \u202e12')).toEqual(['lists:said.text иван 12'])
  expect(asked('😀'), 'nothing is left to be said').toEqual([])
})
