import path from 'node:path'
import { expect, test } from 'vitest'
import { createSavePlace } from './save-place.ts'

const dead = path.resolve('/dead/documents')
const local = path.resolve('/home/petrova')
/** The share never answers; whatever is on this computer does at once. */
const probe = (place: string) =>
  place.startsWith(path.resolve('/dead')) ? new Promise<never>(() => {}) : Promise.resolve()
const limits = { probe, limitMs: 20 }

test('a dialog does not begin in a folder that never answers, but in the next that does', async () => {
  const place = createSavePlace([dead, local], limits)
  // Nothing is waited for: until it is known the system proposes.
  expect(place.forFile('list.xlsx')).toBeUndefined()
  await place.looked()
  expect(place.forFile('list.xlsx')).toBe(path.join(local, 'list.xlsx'))
})

test('it begins where the last file was saved, and elsewhere once that place fell silent', async () => {
  const documents = path.resolve('/home/petrova/documents')
  const place = createSavePlace([documents, local], limits)
  await place.looked()
  expect(place.forFile('list.xlsx')).toBe(path.join(documents, 'list.xlsx'))
  const share = path.resolve('/share/lists')
  place.note(path.join(share, 'list.xlsx'), 'saved')
  expect(place.forFile('other.xlsx')).toBe(path.join(share, 'other.xlsx'))
  place.note(path.join(share, 'other.xlsx'), 'silent')
  expect(place.forFile('other.xlsx')).toBe(path.join(documents, 'other.xlsx'))
  await place.looked()
  expect(place.forFile('other.xlsx')).toBe(path.join(documents, 'other.xlsx'))
})

test('a place that was chosen by hand and fell silent changes nothing of where the next dialog begins', async () => {
  const place = createSavePlace([local], limits)
  await place.looked()
  place.note(path.join(dead, 'list.xlsx'), 'silent')
  expect(place.forFile('list.xlsx')).toBe(path.join(local, 'list.xlsx'))
})

test('where no folder answers the system proposes', async () => {
  const away = (folder: string) =>
    folder === dead ? probe(folder) : Promise.reject(new Error('ENOENT'))
  const place = createSavePlace([dead, local], { ...limits, probe: away })
  await place.looked()
  expect(place.forFile('list.xlsx')).toBeUndefined()
})
