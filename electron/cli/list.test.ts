import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { demoCandidates } from '#demo/candidates-data.ts'
import texts from '#locales/bg/cli.json' with { type: 'json' }
import { head, inventedOffice, keeper, minutes, opora, refused } from './testing/opora.ts'

/** `opora list` as real processes, on one small invented office. */
const { home, dir } = inventedOffice(4)

type Row = Record<string, unknown>

test('hands out a list for another program and for Excel', { timeout: 5 * minutes }, async () => {
  const list = (...args: string[]) => opora(['list', ...args, '--dir', dir], head)
  const json = await list('people', '--json')
  expect(json).toMatchObject({ code: 0, err: '' })
  const { total, rows } = JSON.parse(json.out) as { total: number; rows: Row[] }
  // Four who asked for help, five of the team, and the candidates.
  const people = 4 + 5 + demoCandidates.length
  expect([total, rows.length]).toEqual([people, people])
  for (const row of rows) {
    expect(row['idNumber']).toMatch(/^\d{10}$/)
    expect(row['age']).toBeTypeOf('number')
  }
  const some = await list('contracts', '--view', 'running', '--text', 'няма такъв', '--json')
  expect(some.out).toBe('{"total":0,"rows":[]}\n')

  const file = path.join(home, 'хора.xlsx')
  expect(await list('people', '--out', file)).toEqual({ code: 0, out: '', err: '' })
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
  // A second time over the first.
  expect(await list('contracts', '--out', file)).toEqual({ code: 0, out: '', err: '' })
})

test(
  'a list that cannot be handed out says why, in one line',
  { timeout: 5 * minutes },
  async () => {
    const list = (...args: string[]) => opora(['list', ...args, '--dir', dir], head)
    const out = ['--out', path.join(home, 'a.xlsx')]
    const unknown = (text: string, name: string) => text.replace('{{name}}', name).split('{{')[0]!
    expect(await list('people')).toEqual(refused(texts.usageList))
    expect((await list('всичко', '--json')).err).toContain(unknown(texts.listUnknown, 'всичко'))
    const view = await list('people', '--view', 'чужд', '--json')
    expect(view.err).toContain(unknown(texts.listViewUnknown, 'чужд'))
    const nowhere = path.join(home, 'no folder', 'a.xlsx')
    expect(await list('people', '--out', nowhere)).toEqual(
      refused(texts.fileNoFolder.replace('{{file}}', nowhere)),
    )
    expect(await list('people', '--out', home)).toEqual(
      refused(texts.fileIsFolder.replace('{{file}}', home)),
    )
    // Of what was begun nothing stays: who keeps the profiles may not read people.
    expect(await opora(['list', 'people', ...out, '--dir', dir], keeper)).toEqual(
      refused(texts.errors.FORBIDDEN),
    )
    expect(readdirSync(home).filter((name) => name.includes('a.xlsx'))).toEqual([])
  },
)
