import './scripts/require-node-24.mjs'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { 'better-sqlite3': 'sqlite3' } },
  test: {
    include: ['{domain,db,papers,electron,renderer,demo,tests,scripts}/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/bench/**', 'tests/crash/**', 'node_modules/**'],
    // Tests are most of the time of a run; nobody works on the machine beside them.
    maxWorkers: '100%',
    // A key pair of an account takes a second on a slow machine; this is no measure of speed.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    server: { deps: { inline: ['drizzle-orm'] } },
  },
})
