import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { whenEnded, type FileEnd } from './file-end.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

type Item = Parameters<typeof whenEnded>[0]

/** A download as Electron gives it: `cancel` ends it, as long as it has not ended. */
function download(savePath: string) {
  const events = new EventEmitter()
  const chosen = { path: savePath, bytes: 0 }
  const item = Object.assign(events, {
    getURL: () => 'blob:app://opora/1',
    getFilename: () => 'Договори 2026-11-21 10-42.xlsx',
    getSavePath: () => chosen.path,
    getReceivedBytes: () => chosen.bytes,
    cancel: () => void events.emit('done', {}, 'cancelled'),
  }) as unknown as Item
  const told: FileEnd[] = []
  whenEnded(item, (end) => told.push(end))
  return { events, told, chosen }
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

test('a network folder that is away takes nothing and says nothing: it is told, once, and given up', () => {
  const { events, told } = download('//dead/share/list.xlsx')
  vi.advanceTimersByTime(15_000)
  expect(told).toEqual([])
  vi.advanceTimersByTime(60_000)
  expect(told).toEqual([{ address: 'blob:app://opora/1', name: 'list.xlsx', outcome: 'silent' }])
  // What the cancelled download says afterwards is no second end.
  events.emit('done', {}, 'cancelled')
  expect(told).toHaveLength(1)
})

test('who thinks long about the place, and a slow disk that takes byte after byte, are waited for', () => {
  const { events, told, chosen } = download('')
  vi.advanceTimersByTime(10 * 60_000)
  expect(told).toEqual([])
  chosen.path = '/media/slow/list.xlsx'
  for (let second = 0; second < 100; second += 1) {
    chosen.bytes += 1
    vi.advanceTimersByTime(1_000)
  }
  expect(told).toEqual([])
  events.emit('done', {}, 'completed')
  expect(told).toMatchObject([{ outcome: 'saved' }])
})
