import { expect, test } from 'vitest'
import { readText, repositoryFiles } from './repository.ts'

// Node before 24.15 did nothing by these calls, without a word, or ended the process, on Windows
// where a path has Cyrillic letters. Ours are in db/removal.ts, and a copy is written piece by piece.
const silent = /\b(?:rmSync|cpSync)\b|\bfs(?:Promises|p)?\.(?:rm|cp)\(/
const silentImport = /import\s*\{[^}]*\b(?:rm|cp)\b[^}]*\}\s*from 'node:fs(?:\/promises)?'/

const isSilent = (text: string) => silent.test(text) || silentImport.test(text)

test('no file of the program removes or copies by fs.rm or fs.cp', () => {
  const shipped = repositoryFiles().filter(
    (file) =>
      /^(db|domain|papers|demo|electron|renderer)\/.*\.(ts|tsx|mjs)$/.test(file) &&
      !/\.test\.tsx?$|\/testing\//.test(file),
  )
  expect(shipped.length).toBeGreaterThan(500)
  expect(shipped.filter((file) => isSilent(readText(file)))).toEqual([])
})

test.each([
  "import { existsSync, rmSync } from 'node:fs'",
  "import { rm } from 'node:fs/promises'",
  "import {\n  cp as carry,\n  open,\n} from 'node:fs/promises'",
  'fs.cpSync(from, to)',
  'await fs.rm(path, { recursive: true })',
])('%s is found', (line) => {
  expect(isSilent(line)).toBe(true)
})

test('what only sounds like them is none', () => {
  expect(
    isSilent("import { rmdirSync, unlinkSync } from 'node:fs'\nconst perform = confirm()"),
  ).toBe(false)
})
