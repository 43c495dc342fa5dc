import './scripts/require-node-24.mjs'

/** Which room may know which: docs/architecture.md draws the same. */

const tests = '\\.test\\.tsx?$|(^|/)testing/'
const rooms = '^(domain|db|papers|electron|renderer|demo|tests|locales)/'

/** Files of `room` may import nothing of the house but `allowed`. */
function room(name, room, allowed, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: room, pathNot: tests },
    to: { path: rooms, pathNot: [room, ...allowed] },
  }
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    room('domain-knows-nobody', '^domain/', [], 'The office’s world is pure: no room below it.'),
    {
      name: 'domain-needs-only-zod',
      comment: 'No clock, no files, no packages but zod: rules run the same on every side.',
      severity: 'error',
      from: { path: '^domain/', pathNot: tests },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'],
        pathNot: 'node_modules/zod/',
      },
    },
    room('db-knows-domain', '^db/', ['^domain/'], 'Storage knows shapes, not actions.'),
    room('papers-know-domain', '^papers/', ['^domain/'], 'A paper is made from what it is given.'),
    room(
      'api-knows-domain-db-papers',
      '^electron/api/',
      ['^domain/', '^db/', '^papers/'],
      'Actions ask the running office only through the door that they describe themselves.',
    ),
    room(
      'office-knows-api-db',
      '^electron/office/',
      ['^domain/', '^db/', '^papers/', '^electron/api/', '^locales/'],
      'The composition root is started by the shells and knows none of them.',
    ),
    room(
      'server-starts-office',
      '^electron/server/',
      ['^domain/', '^electron/office/', '^electron/api/'],
      'A shell starts the office and carries its calls.',
    ),
    room(
      'desktop-starts-office',
      '^electron/desktop/',
      ['^domain/', '^electron/office/', '^electron/api/', '^electron/cli/main\\.ts$', '^locales/'],
      'A shell starts the office and carries its calls; the installed program is also the command line.',
    ),
    room(
      'cli-starts-office',
      '^electron/cli/',
      [
        '^domain/',
        '^electron/office/',
        '^electron/api/',
        '^electron/server/',
        '^demo/',
        '^db/',
        '^locales/',
      ],
      'The command line runs the same procedures.',
    ),
    room(
      'demo-uses-actions',
      '^demo/',
      ['^domain/', '^electron/office/', '^electron/api/'],
      'The invented office is made by the actions a person would take.',
    ),
    room(
      'renderer-knows-domain-and-words',
      '^renderer/',
      ['^domain/', '^locales/', '^electron/api/'],
      'The page asks; it never reaches behind the procedures.',
    ),
    {
      name: 'renderer-knows-api-by-type',
      comment: 'A value import would pull the database into the page.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: tests },
      to: { path: '^electron/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'shell-knows-no-page',
      comment: 'Session, drafts, keys and the register of features stand below whatever is drawn.',
      severity: 'error',
      from: { path: '^renderer/shell/', pathNot: tests },
      to: { path: '^renderer/(?!shell/)' },
    },
    {
      name: 'components-know-no-domain',
      comment: 'Components are ours for any field.',
      severity: 'error',
      from: { path: '^renderer/components/', pathNot: tests },
      to: { path: '^(electron|renderer/(features|app))/' },
    },
    {
      name: 'features-know-no-frame',
      comment: 'A page is put into the frame; it does not reach for it.',
      severity: 'error',
      from: { path: '^renderer/features/', pathNot: tests },
      to: { path: '^renderer/app/' },
    },
    {
      name: 'electron-only-in-desktop',
      comment: 'In plain Node an import of electron starts a download.',
      severity: 'error',
      from: { pathNot: '^electron/desktop/' },
      to: { path: '(^|/)node_modules/electron/|^electron$' },
    },
    {
      name: 'sqlite3-only-in-connection',
      comment: 'One place sets and reads back the pragmas and the key.',
      severity: 'error',
      from: { pathNot: ['^db/connection\\.ts$', '^tests/bench/', tests] },
      to: {
        path: '(^|/)node_modules/sqlite3/|^(better-)?sqlite3$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'shipped-code-imports-no-tests',
      severity: 'error',
      from: { path: rooms, pathNot: ['^tests/', '^scripts/', tests] },
      to: { path: ['^tests/', tests] },
    },
    {
      name: 'no-cycles',
      comment: 'Files that need each other, be it by types alone, cannot be read one by one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(raw|inline|url)$|^sqlite3$|^electron$|\\.css$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|release)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
}
