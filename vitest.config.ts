import './scripts/require-node-24.mjs'
import { availableParallelism } from 'node:os'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Folders whose files take longest, that none of them is left over when all others are done. */
const longest = /\/(?:electron\/(?:cli|api\/(?:backup|damage|kernel|walks))|demo)\//

/** Where no earlier run tells what took how long: the size of a file, by which it goes otherwise, does not. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    // A process that is shared goes on to the next file as long as that is one of those that share.
    const rank = ({ moduleId, project }: TestSpecification) =>
      (project.config.isolate ? 0 : 2) + (longest.test(moduleId) ? 0 : 1)
    return sorted.toSorted((a, b) => rank(a) - rank(b))
  }
}

// Tests are most of the time of a run; nobody works on the machine beside them. A third of an
// office's test is waiting for the disk: one more than there are cores keeps all of them busy.
const maxWorkers = availableParallelism() + 1
const tests = '**/*.test.{ts,tsx}'
const rooms = `{domain,db,papers,electron,renderer,demo,tests,scripts}/${tests}`
const others = ['tests/e2e/**', 'tests/bench/**', 'tests/crash/**', 'node_modules/**']
/** They change what a whole process shares: its hashing, its disk, its clock, the state of the page. */
const alone = [`electron/{cli,desktop,server,api/damage}/${tests}`, `renderer/${tests}`]

/** For the tests and for what is made before them. */
const resolve = { alias: { 'better-sqlite3': 'sqlite3' } }
const server = { deps: { inline: ['drizzle-orm'] } }

function project(own: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration {
  return {
    resolve,
    test: {
      // A key pair of an account takes a second on a slow machine; this is no measure of speed.
      testTimeout: 300_000,
      hookTimeout: 300_000,
      server,
      maxWorkers,
      ...own,
    },
  }
}

export default defineConfig({
  resolve,
  test: {
    globalSetup: ['electron/api/testing/before-all.ts'],
    server,
    maxWorkers,
    sequence: { sequencer: LongestFirst },
    projects: [
      project({ name: 'alone', include: alone, exclude: others }),
      // One process after the other would load the whole office and warm up for a few tests each.
      project({
        name: 'together',
        include: [rooms],
        exclude: [...others, ...alone],
        isolate: false,
        setupFiles: ['electron/api/testing/before-each-file.ts'],
      }),
    ],
  },
})
