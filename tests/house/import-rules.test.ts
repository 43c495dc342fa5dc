import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import config from '../../.dependency-cruiser.mjs'

// A rule that nothing can break guards nothing: here every import rule is broken once, in a small
// house of its own, so that a change of paths or of the tool shows when a rule has gone blind.

const root = path.join(import.meta.dirname, '../..')
const house = mkdtempSync(path.join(tmpdir(), 'opora-house-'))

const sound: Record<string, string> = {
  'domain/people/rules.ts': "import { z } from 'zod'\nexport const rule = z.string()\n",
  'domain/people/rules.test.ts': "import { expect } from 'vitest'\nexport const seen = expect\n",
  'db/connection.ts': "import Sqlite from 'sqlite3'\nexport const open = Sqlite\n",
  'db/queries/people.ts':
    "import type Sqlite from 'sqlite3'\nimport { rule } from '#domain/people/rules.ts'\nexport const list = rule\nexport type Raw = Sqlite.Database\n",
  'papers/contract.ts': "export { rule as paper } from '#domain/people/rules.ts'\n",
  'electron/api/kernel/office-door.ts': 'export interface Office { now: string }\n',
  'electron/api/people/actions.ts':
    "import type { Office } from '#electron/api/kernel/office-door.ts'\nimport { list } from '#db/queries/people.ts'\nexport const people = list\nexport type Asked = Office\n",
  'electron/office/office.ts':
    "export { people as start } from '#electron/api/people/actions.ts'\n",
  'electron/desktop/main.ts':
    "import { app } from 'electron'\nimport { start } from '#electron/office/office.ts'\nexport const run = [app, start]\n",
  'electron/server/main.ts': "export { start as serve } from '#electron/office/office.ts'\n",
  'renderer/features/people/page.tsx':
    "import type { Asked } from '#electron/api/people/actions.ts'\nimport { rule } from '#domain/people/rules.ts'\nexport const page = rule\nexport type Answer = Asked\n",
  // A cycle is reported once, at the file that sorts first.
  'domain/people/two.ts': "import { one } from './one.ts'\nexport const two = () => one\n",
  'renderer/app/frame.ts': 'export const frame = 1\n',
  'tests/help.ts': 'export const help = 1\n',
}

const broken: Record<string, { breaks: string; code: string }> = {
  'domain/people/storage.ts': {
    breaks: 'domain-knows-nobody',
    code: "export { list } from '#db/queries/people.ts'\n",
  },
  'domain/people/clock.ts': {
    breaks: 'domain-needs-only-zod',
    code: "export { readFileSync } from 'node:fs'\n",
  },
  'db/queries/actions.ts': {
    breaks: 'db-knows-domain',
    code: "import type { Asked } from '#electron/api/people/actions.ts'\nexport type Row = Asked\n",
  },
  'papers/reads.ts': {
    breaks: 'papers-know-domain',
    code: "export { list } from '#db/queries/people.ts'\n",
  },
  'electron/api/starts.ts': {
    breaks: 'api-knows-domain-db-papers',
    code: "export const later = () => import('#electron/office/office.ts')\n",
  },
  'electron/office/shell.ts': {
    breaks: 'office-knows-api-db',
    code: "export { serve } from '#electron/server/main.ts'\n",
  },
  'electron/server/raw.ts': {
    breaks: 'server-starts-office',
    code: "export { list } from '#db/queries/people.ts'\n",
  },
  'electron/desktop/raw.ts': {
    breaks: 'desktop-starts-office',
    code: "export { list } from '#db/queries/people.ts'\n",
  },
  'electron/cli/prints.ts': {
    breaks: 'cli-starts-office',
    code: "export { paper } from '#papers/contract.ts'\n",
  },
  'demo/raw.ts': {
    breaks: 'demo-uses-actions',
    code: "export { list } from '#db/queries/people.ts'\n",
  },
  'renderer/features/people/paper.ts': {
    breaks: 'renderer-knows-domain-and-words',
    code: "import type { paper } from '#papers/contract.ts'\nexport type Paper = typeof paper\n",
  },
  'renderer/features/people/calls.ts': {
    breaks: 'renderer-knows-api-by-type',
    code: "export { people } from '#electron/api/people/actions.ts'\n",
  },
  'renderer/shell/person.ts': {
    breaks: 'shell-knows-no-page',
    code: "export { page } from '#renderer/features/people/page.tsx'\n",
  },
  'renderer/features/people/framed.ts': {
    breaks: 'features-know-no-frame',
    code: "export { frame } from '#renderer/app/frame.ts'\n",
  },
  'renderer/components/person.ts': {
    breaks: 'components-know-no-domain',
    code: "export { page } from '#renderer/features/people/page.tsx'\n",
  },
  'electron/server/window.ts': {
    breaks: 'electron-only-in-desktop',
    code: "export const later = () => import('electron')\n",
  },
  'db/queries/second.ts': {
    breaks: 'sqlite3-only-in-connection',
    code: "export { default } from 'sqlite3'\n",
  },
  'db/queries/helped.ts': {
    breaks: 'shipped-code-imports-no-tests',
    code: "export { help } from '../../tests/help.ts'\n",
  },
  'domain/people/one.ts': {
    breaks: 'no-cycles',
    code: "import { two } from './two.ts'\nexport const one = () => two\n",
  },
  'db/queries/nowhere.ts': {
    breaks: 'nothing-unresolved',
    code: "export { gone } from '#domain/gone.ts'\n",
  },
}

interface Violation {
  from: string
  rule: { name: string }
}

let violations: Violation[] = []

beforeAll(() => {
  for (const [file, code] of [
    ...Object.entries(sound),
    ...Object.entries(broken).map(([file, { code }]) => [file, code] as const),
  ]) {
    mkdirSync(path.join(house, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(house, file), code)
  }
  cpSync(path.join(root, 'package.json'), path.join(house, 'package.json'))
  cpSync(path.join(root, 'tsconfig.json'), path.join(house, 'tsconfig.json'))
  symlinkSync(path.join(root, 'node_modules'), path.join(house, 'node_modules'), 'junction')
  const depcruise = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      depcruise,
      '--config',
      path.join(root, '.dependency-cruiser.mjs'),
      '--output-type',
      'json',
      ...['domain', 'db', 'papers', 'electron', 'renderer', 'demo', 'tests'],
    ],
    { cwd: house, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  if (!stdout.startsWith('{')) throw new Error(stderr)
  violations = (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations
}, 60_000)

afterAll(() => {
  rmSync(house, { recursive: true, force: true })
})

test.each(Object.entries(broken).map(([file, { breaks }]) => ({ file, breaks })))(
  '$file breaks the rule $breaks',
  ({ file, breaks }) => {
    const rules = violations.filter(({ from }) => from === file).map(({ rule }) => rule.name)
    expect(rules).toContain(breaks)
  },
)

test('nothing sound is refused', () => {
  const files = Object.keys(sound)
  expect(violations.filter(({ from }) => files.includes(from))).toEqual([])
})

test('every rule is broken once above', () => {
  const named = new Set(Object.values(broken).map(({ breaks }) => breaks))
  const rules = (config.forbidden ?? []).map((rule) => rule.name)
  expect(rules.filter((rule) => rule !== undefined && !named.has(rule))).toEqual([])
})
