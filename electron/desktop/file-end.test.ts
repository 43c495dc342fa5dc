import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { whenEnded, type FileEnd } from './file-end.ts'

type Item = Parameters<typeof whenEnded>[0]

/** A download as Electron gives it: `cancel` ends it, as long as it has not ended. */
function download(savePath: string) {
  const events = new EventEmitter()
  const item = Object.assign(events, {
    getURL: () => 'blob:app://opora/1',
    getFilename: () => 'Договори 2026-11-21 10-42.xlsx',
    getSavePath: () => savePath,
    cancel: () => void events.emit('done', {}, 'cancelled'),
  }) as unknown as Item
  const told: FileEnd[] = []
  whenEnded(item, (end) => told.push(end))
  return { events, told }
}

test('a whole file is told by the name it was given, once', () => {
  const { events, told } = download('/home/petrova/Договори ноември.xlsx')
  events.emit('updated', {}, 'progressing')
  events.emit('done', {}, 'completed')
  expect(told).toEqual([
    { address: 'blob:app://opora/1', name: 'Договори ноември.xlsx', outcome: 'saved' },
  ])
})

test('a file that Excel holds open is refused, though Chromium would wait for somebody to resume it', () => {
  const { events, told } = download('/home/petrova/open.xlsx')
  events.emit('updated', {}, 'interrupted')
  expect(told).toEqual([{ address: 'blob:app://opora/1', name: 'open.xlsx', outcome: 'refused' }])
})

test('what cannot be resumed is refused, too; who closes the dialog gave it up', () => {
  const gone = download('/media/stick/list.xlsx')
  gone.events.emit('done', {}, 'interrupted')
  expect(gone.told).toMatchObject([{ outcome: 'refused' }])
  const given = download('')
  given.events.emit('done', {}, 'cancelled')
  expect(given.told).toMatchObject([
    { name: 'Договори 2026-11-21 10-42.xlsx', outcome: 'cancelled' },
  ])
})
