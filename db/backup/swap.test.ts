import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs' // prettier-ignore
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../connection.ts'
import { keyringCopyFile, keyringFile } from '../keyring/store.ts'
import { finishSwap, settleFolder, stageFolder, startSwap, swapFile, swapSteps } from './swap.ts'

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

/** A live database that was killed with an unwritten journal, and a staged one beside it. */
function prepared(name: string): string {
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
  const work = stageFolder(dir, 'one')
  database(join(work, 'office.opora'), newKey, 'new')
  for (const file of [keyringFile, keyringCopyFile]) writeFileSync(join(work, file), 'new')
  return dir
}
const begin = (dir: string) =>
  startSwap(dir, {
    ...{ id: 'one', purpose: 'restore', now: '2026-11-27T08:52:31.000Z' },
    safetyCopy: null,
  })

function expectNew(dir: string, aside: string): void {
  expect(wordsOf(join(dir, 'office.opora'), newKey)).toEqual(['new'])
  expect(readFileSync(join(dir, keyringFile), 'utf8')).toBe('new')
  expect(readFileSync(join(dir, keyringCopyFile), 'utf8')).toBe('new')
  expect(readdirSync(dir).sort()).toEqual([
    'aside',
    keyringCopyFile,
    keyringFile,
    'office.opora',
    'work',
  ])
  expect(readdirSync(join(dir, 'work'))).toEqual([])
  // What was there before is whole, with what stood in its journal alone.
  expect(readFileSync(join(aside, keyringFile), 'utf8')).toBe('old')
  expect(wordsOf(join(aside, 'office.opora'), oldKey)).toEqual(['old', 'only in the journal'])
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

  test('cut after every single step is finished at the next start', () => {
    const whole = prepared('whole')
    const aside = begin(whole)
    const steps = [...swapSteps(whole)].length
    expectNew(whole, aside)
    // wal, shm, database and two keyrings out, three in, the journal away, the folder away.
    expect(steps).toBe(10)
    for (let cut = 0; cut <= steps; cut++) {
      const dir = prepared(`cut-${String(cut)}`)
      const kept = begin(dir)
      const moves = swapSteps(dir)
      for (let done = 0; done < cut; done++) moves.next()
      expect(finishSwap(dir), `cut after ${String(cut)}`).toBe(cut < steps - 1)
      rmSync(join(dir, 'work/one'), { recursive: true, force: true })
      expectNew(dir, kept)
      // Done once more it changes nothing.
      expect(finishSwap(dir)).toBe(false)
      expectNew(dir, kept)
    }
  })

  test('cut, finished half, cut again: every pair of cuts ends in the same', () => {
    for (let first = 0; first < 9; first++)
      for (let second = 1; second < 9 - first; second++) {
        const dir = prepared(`cut-${String(first)}-${String(second)}`)
        const kept = begin(dir)
        for (const times of [first, second]) {
          const moves = swapSteps(dir)
          for (let done = 0; done < times; done++) moves.next()
        }
        finishSwap(dir)
        rmSync(join(dir, 'work/one'), { recursive: true, force: true })
        expectNew(dir, kept)
      }
  })

  test('where there was nothing before – no database, no keyring – nothing new is taken away', () => {
    const dir = prepared('fresh')
    for (const name of readdirSync(dir)) if (name !== 'work') rmSync(join(dir, name))
    const kept = begin(dir)
    const moves = swapSteps(dir)
    for (let done = 0; done < 2; done++) moves.next()
    expect(settleFolder(dir)).toBe(true)
    expect(readdirSync(kept)).toEqual([])
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
