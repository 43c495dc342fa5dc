import path from 'node:path'
import { expect, test } from 'vitest'
import { readText, repositoryFiles } from './repository.ts'

// Each folder of the actions is one concept. Two that need each other, by whatever way round, are one
// concept in two places: neither can be read, tested or replaced by itself.

const room = 'electron/api/'
const shipped = repositoryFiles().filter(
  (file) => file.startsWith(room) && /(?<!\.test)\.ts$/.test(file) && !file.includes('/testing/'),
)

/** The folder of a concept; a file that stands in none is a register, and a part of its own. */
const partOf = (file: string) => file.slice(room.length).split('/')[0] ?? ''

function importsOf(file: string): string[] {
  return [...readText(file).matchAll(/(?:from |import\()'([^']+)'/g)]
    .map(([, name = '']) =>
      name.startsWith('#') ? name.slice(1) : path.posix.join(path.posix.dirname(file), name),
    )
    .filter((name) => name.startsWith(room))
}

function waysOf(files: readonly string[]): Map<string, Set<string>> {
  const ways = new Map<string, Set<string>>()
  for (const file of files)
    for (const to of importsOf(file).map(partOf))
      if (to !== partOf(file)) ways.set(partOf(file), (ways.get(partOf(file)) ?? new Set()).add(to))
  return ways
}

/** From a part back to itself, or undefined. */
function circleFrom(part: string, ways: Map<string, Set<string>>): string[] | undefined {
  const seen = new Set<string>()
  const walk = (from: string, passed: string[]): string[] | undefined => {
    for (const to of ways.get(from) ?? []) {
      if (to === part) return [...passed, to]
      if (seen.has(to)) continue
      seen.add(to)
      const found = walk(to, [...passed, to])
      if (found) return found
    }
    return undefined
  }
  return walk(part, [part])
}

test('no concept of the actions needs another that needs it', () => {
  const ways = waysOf(shipped)
  expect(ways.get('contracts')).toContain('applications')
  expect([...ways.keys()].map((part) => circleFrom(part, ways)).filter(Boolean)).toEqual([])
})

test('a circle over a third is seen', () => {
  const ways = new Map([
    ['contracts', new Set(['kernel', 'applications'])],
    ['applications', new Set(['papers'])],
    ['papers', new Set(['contracts'])],
  ])
  expect(circleFrom('contracts', ways)).toEqual([
    'contracts',
    'applications',
    'papers',
    'contracts',
  ])
})

test('the kernel knows no concept, and papers only the register of their kinds', () => {
  const ways = waysOf(shipped)
  expect([...(ways.get('kernel') ?? [])]).toEqual([])
  expect([...(ways.get('papers') ?? [])].toSorted()).toEqual(['kernel', 'paper-kinds.ts'])
})
