import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs' // prettier-ignore
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../connection.ts'
import { syncFile, writeFlushed } from '../durable.ts'
import { keyringCopyFile, keyringFile } from '../keyring/store.ts'
import { cutEverywhere } from '../testing/power-cut.ts'
import { databaseName, finishSwap, isSwapping, settleFolder, stageFolder, startSwap, swapFile } from './swap.ts' // prettier-ignore

let home = ''
const oldKey = randomBytes(32)
const newKey = randomBytes(32)
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'opora-swap-'))
})
afterEach(() => {
  rmSync(home, { recursive: true, force: true })
})

function database(file: string, key: Buffer, word: string): void {
  const db = openDatabase(file, key, { create: true })
  db.raw.exec('create table words (word text)')
  db.raw.prepare('insert into words values (?)').run(word)
  db.close()
}
function wordsOf(file: string, key: Buffer): string[] {
  const db = openDatabase(file, key)
  try {
    const rows = db.raw.prepare<[], { word: string }>('select word from words order by rowid').all()
    return rows.map((row) => row.word)
  } finally {
    db.close()
  }
}

/** A live database that was killed with an unwritten journal. */
function killed(name: string): string {
  const dir = join(home, name)
  const live = join(home, `${name}-live`)
  for (const folder of [dir, live]) mkdirSync(folder)
  database(join(live, 'office.opora'), oldKey, 'old')
  const open = openDatabase(join(live, 'office.opora'), oldKey)
  open.raw.prepare('insert into words values (?)').run('only in the journal')
  // As a kill leaves it: the last write stands in the journal alone.
  cpSync(live, dir, { recursive: true })
  open.close()
  for (const file of [keyringFile, keyringCopyFile]) writeFileSync(join(dir, file), 'old')
  return dir
}
/** Flushed as it must be before a swap: the bytes, not the names. */
function stage(dir: string): void {
  const work = stageFolder(dir, 'one')
  database(join(work, databaseName), newKey, 'new')
  syncFile(join(work, databaseName))
  for (const file of [keyringFile, keyringCopyFile])
    writeFlushed(join(work, file), Buffer.from('new'))
}
function prepared(name: string): string {
  const dir = killed(name)
  stage(dir)
  return dir
}
const begin = (dir: string) =>
  startSwap(dir, {
    ...{ id: 'one', purpose: 'restore', now: '2026-11-27T08:52:31.000Z' },
    safetyCopy: null,
  })

/** One of the two states, whole. Returns whether it is the new one. */
function isNew(dir: string): boolean {
  const word = readFileSync(join(dir, keyringFile), 'utf8')
  expect(readFileSync(join(dir, keyringCopyFile), 'utf8')).toBe(word)
  expect(existsSync(join(dir, swapFile))).toBe(false)
  if (word !== 'new') {
    expect(wordsOf(join(dir, databaseName), oldKey)).toEqual(['old', 'only in the journal'])
    return false
  }
  expect(wordsOf(join(dir, databaseName), newKey)).toEqual(['new'])
  // What was there before is whole, with what stood in its journal alone.
  const [aside = ''] = readdirSync(join(dir, 'aside'))
  for (const file of [keyringFile, keyringCopyFile])
    expect(readFileSync(join(dir, 'aside', aside, file), 'utf8')).toBe('old')
  expect(wordsOf(join(dir, 'aside', aside, databaseName), oldKey)).toEqual([
    'old',
    'only in the journal',
  ])
  return true
}

describe('a swap', () => {
  test('cut before its journal has not begun: the old ones stay, the rubbish goes', () => {
    const dir = prepared('before')
    writeFileSync(join(dir, `${swapFile}.part`), '{"format":1,')
    expect(settleFolder(dir)).toBe(false)
    expect(existsSync(join(dir, 'work'))).toBe(false)
    expect(existsSync(join(dir, `${swapFile}.part`))).toBe(false)
    expect(wordsOf(join(dir, 'office.opora'), oldKey)).toEqual(['old', 'only in the journal'])
    expect(readFileSync(join(dir, keyringFile), 'utf8')).toBe('old')
  })

  test('the power cut at every call, and at every call of the next start: one of the two, whole', () => {
    const dir = killed('cut')
    const ends = new Set<boolean>()
    const seen = new Set<string>()
    const cuts = cutEverywhere(dir, (promise) => {
      stage(dir)
      begin(dir)
      promise('begun')
      finishSwap(dir)
      promise('finished')
    })
    for (const { folder, promised: already } of cuts) {
      // Done again later it would take the database of that day out of its place.
      if (already.has('finished')) expect(isSwapping(folder)).toBe(false)
      const again = cutEverywhere(folder, () => settleFolder(folder), { seen, already })
      for (const { folder: next, promised } of again) {
        settleFolder(next)
        expect(existsSync(join(next, 'work'))).toBe(false)
        const end = isNew(next)
        if (promised.has('begun')) expect(end).toBe(true)
        ends.add(end)
      }
    }
    expect(ends).toEqual(new Set([true, false]))
  })

  test('where there was nothing before – no database, no keyring – nothing new is taken away and nothing is put aside', () => {
    const dir = prepared('fresh')
    for (const name of readdirSync(dir)) if (name !== 'work') rmSync(join(dir, name))
    const kept = begin(dir)
    expect(settleFolder(dir)).toBe(true)
    expect(existsSync(kept)).toBe(false)
    expect(existsSync(join(dir, 'aside'))).toBe(false)
    expect(wordsOf(join(dir, 'office.opora'), newKey)).toEqual(['new'])
    expect(readFileSync(join(dir, keyringFile), 'utf8')).toBe('new')
  })

  test('two in the same second keep both of what they put aside', () => {
    const dir = prepared('twice')
    const first = begin(dir)
    finishSwap(dir)
    cpSync(prepared('again'), dir, {
      recursive: true,
      filter: (path) => !path.includes('again/office') && !path.includes('again/keyring'),
    })
    const second = begin(dir)
    finishSwap(dir)
    expect(second).not.toBe(first)
    expect(readdirSync(first).length).toBeGreaterThan(0)
    expect(readdirSync(second).length).toBeGreaterThan(0)
  })

  test('nothing staged: no journal is written', () => {
    const dir = prepared('nothing')
    rmSync(join(dir, 'work/one', keyringCopyFile))
    expect(() => begin(dir)).toThrow('nothing staged')
    expect(existsSync(join(dir, swapFile))).toBe(false)
  })

  test('a journal that names a place outside the folder is refused', () => {
    const dir = prepared('outside')
    begin(dir)
    const text = readFileSync(join(dir, swapFile), 'utf8')
    writeFileSync(join(dir, swapFile), text.replace('aside/2', '../../2'))
    expect(() => finishSwap(dir)).toThrow()
    expect(wordsOf(join(dir, 'office.opora'), oldKey)).toHaveLength(2)
  })
})
