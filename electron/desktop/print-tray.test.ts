import { setTimeout as rest } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createPrintTray } from './print-tray.ts'

const pdf = (text = '') => new Uint8Array(Buffer.from(`%PDF-1.7 ${text}`))

test('a paper lies under an address of the program that nobody can guess', () => {
  const tray = createPrintTray()
  const [first, second] = [tray.put(pdf('1'), 'Договор № 31'), tray.put(pdf('2'), 'Договор № 31')]
  expect(first).toMatch(/^app:\/\/opora\/print\/[\w-]{24}$/)
  expect(second).not.toBe(first)
  expect(tray.find(first ?? '')?.bytes).toEqual(pdf('1'))
  expect(tray.find('app://opora/print/')).toBeUndefined()
})

test('only a PDF is ever shown there: a page of text would run as ours', () => {
  const tray = createPrintTray()
  expect(tray.put(new Uint8Array(Buffer.from('<script>')), 'x')).toBeUndefined()
  expect(tray.put(new Uint8Array(), 'x')).toBeUndefined()
})

test('a paper that no window takes is forgotten, one that is shown stays until it is closed', async () => {
  const tray = createPrintTray(20)
  const [left, shown] = [tray.put(pdf(), 'а') ?? '', tray.put(pdf(), 'б') ?? '']
  tray.take(shown)
  await rest(60)
  expect(tray.find(left)).toBeUndefined()
  expect(tray.find(shown)).toBeDefined()
  tray.drop(shown)
  expect(tray.find(shown)).toBeUndefined()
})

test('the name of the file is one that Windows takes', () => {
  const tray = createPrintTray()
  const named = (title: string) => tray.find(tray.put(pdf(), title) ?? '')?.fileName
  expect(named('Договор № 94/1287: препис')).toBe('Договор № 94 1287  препис.pdf')
  expect(named('../')).not.toContain('/')
  expect(named('\u0000')).toBe('Opora.pdf')
})
