import { describe, expect, test } from 'vitest'
import { isOwnAddress, isOwnDocument, isPaper, mayRequest } from './address.ts'

describe('an address of this program', () => {
  test.each(['app://opora/', 'app://opora/index.html', 'app://opora/assets/a.js?x#y'])(
    '%s is ours',
    (address) => {
      expect(isOwnAddress(address)).toBe(true)
      expect(mayRequest(address)).toBe(true)
    },
  )

  test.each([
    'https://example.org/?next=app://opora/',
    'app://opora.example.org/',
    'app://opora@example.org/',
    'app://other/',
    'application://opora/',
    'file:///C:/app://opora/',
    'javascript:alert(1)',
    'ws://127.0.0.1:1/',
    'not an address',
    '',
  ])('%s is not', (address) => {
    expect(isOwnAddress(address)).toBe(false)
    expect(mayRequest(address)).toBe(false)
  })

  test('documents made by the page are told from those of others', () => {
    expect(isOwnDocument('blob:app://opora/0b8c')).toBe(true)
    expect(isOwnDocument('blob:https://example.org/0b8c')).toBe(false)
    expect(isOwnDocument('app://opora/x.pdf')).toBe(false)
    expect(mayRequest('blob:https://example.org/0b8c')).toBe(false)
  })

  test('papers for the printer lie below one address of ours', () => {
    expect(isPaper('app://opora/print/abc')).toBe(true)
    expect(isPaper('app://opora/print')).toBe(false)
    expect(isPaper('https://example.org/print/abc')).toBe(false)
    expect(isPaper('app://opora/printer/abc')).toBe(false)
  })
})
