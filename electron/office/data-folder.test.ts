import path from 'node:path'
import { expect, test } from 'vitest'
import { dataDirFrom, defaultDataDir } from './data-folder.ts'

test('Windows has one folder for the machine', () => {
  expect(defaultDataDir({ ProgramData: 'D:\\Data' }, 'win32')).toBe('D:\\Data\\Opora')
  expect(defaultDataDir({}, 'win32')).toBe('C:\\ProgramData\\Opora')
})

test('elsewhere the person’s data folder', () => {
  expect(defaultDataDir({ XDG_DATA_HOME: '/data' }, 'linux')).toBe(path.join('/data', 'opora'))
  expect(defaultDataDir({ XDG_DATA_HOME: '' }, 'linux')).toMatch(/share.opora$/)
})

test('a folder named among the arguments wins', () => {
  expect(dataDirFrom(['--port', '0', '--dir', 'x'])).toBe(path.resolve('x'))
  expect(dataDirFrom(['--dir=y'])).toBe(path.resolve('y'))
  expect(dataDirFrom(['--dir'])).toBe(defaultDataDir())
  expect(dataDirFrom([])).toBe(defaultDataDir())
})
