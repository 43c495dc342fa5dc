import './scripts/require-node-24.mjs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Folders whose files take longest, that none of them is left over when all others are done. */
const longest = /\/(?:electron\/(?:cli|api\/(?:backup|damage|walks))|demo)\//

/** Where no earlier run tells what took how long: the size of a file, by which it goes otherwise, does not. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const rank = ({ moduleId }: TestSpecification) => (longest.test(moduleId) ? 0 : 1)
    return sorted.toSorted((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  resolve: { alias: { 'better-sqlite3': 'sqlite3' } },
  test: {
    include: ['{domain,db,papers,electron,renderer,demo,tests,scripts}/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/bench/**', 'tests/crash/**', 'node_modules/**'],
    globalSetup: ['electron/api/testing/before-all.ts'],
    // Tests are most of the time of a run; nobody works on the machine beside them. A third of an
    // office's test is waiting for the disk: one more than there are cores keeps all of them busy.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    // A key pair of an account takes a second on a slow machine; this is no measure of speed.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    server: { deps: { inline: ['drizzle-orm'] } },
  },
})
