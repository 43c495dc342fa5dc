import { expect, test } from 'vitest'
import { missingOptionalPackages } from '../../scripts/lock-platforms.mjs'
import { readText, repositoryFiles, trackedFiles } from './repository.ts'

test('no data of an office is in the repository, but for the invented ones of released versions', () => {
  const data = trackedFiles().filter(
    (file) =>
      /\.(db|sqlite3?|opora)(-wal|-shm|-journal)?$/i.test(file) &&
      !/^tests\/fixtures\/\d+\.\d+\.\d+\/office\.opora$/.test(file),
  )
  expect(data).toEqual([])
})

test('the lock file has every optional package that a package of it names', () => {
  const lock = JSON.parse(readText('package-lock.json')) as Parameters<
    typeof missingOptionalPackages
  >[0]
  expect(missingOptionalPackages(lock)).toEqual([])
})

test('an optional package that the lock file lacks is found', () => {
  const lock = {
    packages: {
      '': { optionalDependencies: { here: '1.0.0' } },
      'node_modules/here': { optionalDependencies: { gone: '1.0.0', beside: '1.0.0' } },
      'node_modules/here/node_modules/beside': { optionalDependencies: { here: '1.0.0' } },
    },
  }
  expect(missingOptionalPackages(lock)).toEqual(['node_modules/here → gone'])
})

/** Concepts that are no part of the domain: they belong to the program itself. */
const OF_THE_PROGRAM = new Set([
  'audit',
  'backup',
  // The dossier: what all concepts say of one person.
  'case',
  'cases',
  'drafts',
  'errors',
  'files',
  'health',
  'idempotency',
  'keyring',
  'office',
  'problems',
  'recovery',
  'registry-numbers',
  'search',
  'session',
  'settings',
  'setup',
  // Columns that every record has.
  'stamps',
  'times',
  'today',
])

/** Words and pages of the frame around the concepts. */
const OF_THE_PAGE = new Set([
  'cli',
  'common',
  'desktop',
  'help',
  'palette',
  'shell',
  'login',
  'timeline',
])

test('a concept has the same name in every room', () => {
  const files = repositoryFiles()
  const concepts = new Set(files.flatMap((file) => /^domain\/([a-z-]+)\//.exec(file)?.[1] ?? []))
  const named = (pattern: RegExp) =>
    files.flatMap((file) => {
      const name = pattern.exec(file)?.[1]
      return name === undefined ? [] : [{ file, name }]
    })
  // people-search is a part of people, application-steps one of applications.
  const isConcept = (name: string) =>
    name.split('-').some((_part, index, parts) => {
      const concept = parts.slice(0, index + 1).join('-')
      const plural = parts.length > index + 1 && concepts.has(`${concept}s`)
      return plural || concepts.has(concept) || OF_THE_PROGRAM.has(concept)
    })
  const strangers = [
    ...named(/^db\/schema\/(?!all)([a-z-]+)\.ts$/),
    ...named(/^db\/queries\/([a-z-]+)\.ts$/),
    ...named(/^electron\/api\/(?!kernel|testing|walks|damage)([a-z-]+)\//),
    ...named(/^papers\/(?!kit|testing|pile)([a-z-]+)\//),
    ...named(/^locales\/bg\/([A-Za-z-]+)\.json$/),
    ...named(/^renderer\/features\/([a-z-]+)\//),
  ].filter(
    ({ file, name }) =>
      !isConcept(name) && !(/^(locales|renderer)\//.test(file) && OF_THE_PAGE.has(name)),
  )
  expect(strangers.map(({ file }) => file)).toEqual([])
})
