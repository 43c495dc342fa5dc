import './scripts/require-node-24.mjs'
import { defineConfig } from '@playwright/test'
import type { ShellOptions } from './tests/e2e/fixtures/app.ts'

export default defineConfig<object, ShellOptions>({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/fixtures/before-all.ts',
  outputDir: 'test-results/e2e',
  workers: 2,
  // No measure of speed: what waits goes on as soon as it can, also where a machine does much else.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    locale: 'bg-BG',
    timezoneId: 'Europe/Sofia',
    viewport: { width: 1366, height: 768 },
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'browser', use: { shell: 'browser' } },
    { name: 'electron', use: { shell: 'electron' } },
  ],
})
