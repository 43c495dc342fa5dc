import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { useDisk } from './disk.ts'
import { NotRemoved, removeFile, removeTree } from './removal.ts'

let folder: string
let putBack = () => {}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opora-служба на Иван-'))
})
afterEach(() => {
  putBack()
  rmSync(folder, { recursive: true, force: true })
})

test('a tree under Cyrillic names is gone, and only it', () => {
  const tree = join(folder, 'копие', 'ж'.repeat(60))
  mkdirSync(tree, { recursive: true })
  writeFileSync(join(tree, 'файл'), 'x')
  writeFileSync(join(folder, 'друго'), 'x')
  removeTree(join(folder, 'копие'))
  expect(readdirSync(folder)).toEqual(['друго'])
})

test('what is not there is no fault', () => {
  removeFile(join(folder, 'няма'))
  removeTree(join(folder, 'няма'))
})

test('links inside a tree go themselves, what they lead to stays', () => {
  const outside = join(folder, 'чужда')
  mkdirSync(outside)
  writeFileSync(join(outside, 'снимка'), 'x')
  const tree = join(folder, 'наша')
  mkdirSync(tree)
  symlinkSync(outside, join(tree, 'папка'), 'junction')
  symlinkSync(join(outside, 'снимка'), join(tree, 'файл'))
  symlinkSync(join(outside, 'няма'), join(tree, 'никъде'))
  removeTree(tree)
  expect(existsSync(tree)).toBe(false)
  expect(readdirSync(outside)).toEqual(['снимка'])
})

test('a tree that is itself a link goes itself', () => {
  const outside = join(folder, 'чужда')
  mkdirSync(outside)
  writeFileSync(join(outside, 'снимка'), 'x')
  const link = join(folder, 'work')
  symlinkSync(outside, link, 'junction')
  removeTree(link)
  expect(lstatSync(link, { throwIfNoEntry: false })).toBeUndefined()
  expect(readdirSync(outside)).toEqual(['снимка'])
})

test('a disk that says „done“ and did nothing is found out', () => {
  const file = join(folder, 'файл')
  writeFileSync(file, 'x')
  putBack = useDisk((real) => ({ ...real, unlinkSync: () => undefined }))
  expect(() => {
    removeFile(file)
  }).toThrow(NotRemoved)
  expect(() => {
    removeTree(folder)
  }).toThrow(NotRemoved)
})
