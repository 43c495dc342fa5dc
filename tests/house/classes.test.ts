import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { typesOfClasses } from '../../scripts/classes.mjs'
import { readText, repositoryFiles } from './repository.ts'

const types = await typesOfClasses()

/** „list.module.css: row“ for every class that a part asks for by its name. */
const used = new Set(
  repositoryFiles()
    .filter((file) => /^renderer\/.*\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .flatMap((file) => {
      const text = readText(file)
      return [...text.matchAll(/import (\w+) from '([^']*\.module\.css)'/g)].flatMap(
        ([, classes = '', from = '']) => {
          const styles = from.startsWith('#')
            ? from.slice(1)
            : path.posix.join(path.posix.dirname(file), from)
          return [...text.matchAll(new RegExp(`\\b${classes}\\.(\\w+)`, 'g'))].map(
            ([, name = '']) => `${styles}: ${name}`,
          )
        },
      )
    }),
)

describe('the classes of a *.module.css', () => {
  test('are found by this test', () => {
    expect(types.size).toBeGreaterThan(20)
    expect(used.size).toBeGreaterThan(250)
  })

  test('are typed as they stand in the styles (npm run classes)', () => {
    const kept = repositoryFiles().filter((file) => file.endsWith('.module.css.d.ts'))
    const fresh = [...types].flatMap(([file, { text }]) =>
      kept.includes(file) && readText(file) === text ? [file] : [],
    )
    expect(fresh).toEqual([...types.keys()])
    expect(kept.filter((file) => !types.has(file))).toEqual([])
  })

  test('are each used by a part', () => {
    const dead = [...types].flatMap(([file, { names }]) =>
      names
        .map((name) => `${file.replace(/\.d\.ts$/, '')}: ${name}`)
        .filter((one) => !used.has(one)),
    )
    expect(dead).toEqual([])
  })
})
