import { defineConfig } from 'vitest/config'

/** `npm run test:crash`: its rounds are counted by time of their own. */
export default defineConfig({
  root: '../..',
  resolve: { alias: { 'better-sqlite3': 'sqlite3' } },
  test: {
    include: ['tests/crash/**/*.rounds.ts'],
    globalSetup: ['electron/api/testing/before-all.ts'],
    // A round waits for its process: two at once even where there is one core.
    maxWorkers: 2,
    testTimeout: 24 * 3_600_000,
    server: { deps: { inline: ['drizzle-orm'] } },
  },
})
