import { posix, win32 } from 'node:path'
import { expect, test } from 'vitest'
import { isInside } from './inside.ts'

test.each([
  ['C:\\Opora', 'C:\\Opora', true],
  ['c:\\opora\\данни', 'C:\\Opora', true],
  ['C:/Opora/x', 'C:\\Opora\\', true],
  ['C:\\Opora2', 'C:\\Opora', false],
  ['C:\\Opora\\..\\x', 'C:\\Opora', false],
  ['C:\\Opora\\..данни', 'C:\\Opora', true],
  ['D:\\Opora', 'C:\\Opora', false],
  ['\\\\server\\share\\Opora', 'C:\\', false],
  ['\\\\Server\\Share\\Opora', '\\\\server\\share', true],
])('Windows: %s in %s', (path, folder, expected) => {
  expect(isInside(path, folder, win32)).toBe(expected)
})

test.each([
  ['/opt/opora/data', '/opt/opora', true],
  ['/opt/Opora/data', '/opt/opora', false],
  ['/opt/opora2', '/opt/opora', false],
  ['/opt/opora/..data', '/opt/opora', true],
])('elsewhere: %s in %s', (path, folder, expected) => {
  expect(isInside(path, folder, posix)).toBe(expected)
})
