import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import bgPeople from '#locales/bg/people.json'
import bgProblems from '#locales/bg/problems.json'
import enPeople from '#locales/en/people.json'
import enProblems from '#locales/en/problems.json'
import { personSchema, representativeSchema, telkDecisionSchema } from './schema.ts'

function keysOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, v]) => keysOf(v, `${path}.${key}`))
}

test('every problem code of the base rooms has its sentence in both languages', () => {
  const files = [
    'text/parse-date', 'text/parse-time', 'text/parse-number', 'text/parse-name', 'people/ids',
    'people/rules', 'people/telk', 'accounts/password',
  ] // prettier-ignore
  const codes = files.flatMap((file) => {
    const source = readFileSync(new URL(`../${file}.ts`, import.meta.url), 'utf8')
    return [...source.matchAll(/refuse\(\s*'(\w+)'/g), ...source.matchAll(/code: '(\w+)'/g)].map(
      (m) => m[1] ?? '',
    )
  })
  expect(codes.length).toBeGreaterThan(70)
  for (const code of codes.filter((c) => c !== 'custom')) {
    expect(Object.keys(bgProblems)).toContain(code)
    expect(Object.keys(enProblems)).toContain(code)
  }
})

test('the forms have a label for every field, in both languages', () => {
  expect(keysOf(enPeople).sort()).toEqual(keysOf(bgPeople).sort())
  const labels = Object.keys(bgPeople.fields)
  for (const field of [
    ...Object.keys(personSchema.shape),
    ...Object.keys(representativeSchema.shape),
  ])
    expect(labels).toContain(field)
  // Fields whose name means something else in the form of a person; a lifetime is typed into the term.
  const renamed: Record<string, string> = { number: 'telkNumber', kind: 'telkKind' }
  const typed = ['lifetime', 'attendanceLifetime']
  for (const field of Object.keys(telkDecisionSchema.shape).filter((f) => !typed.includes(f)))
    expect(labels).toContain(renamed[field] ?? field)
})
