import { defineConfig } from 'vitest/config'

if (Number(process.versions.node.split('.')[0]) < 24)
  throw new Error('Opora needs Node 24, which its npm scripts bring along: run "npm test".')

export default defineConfig({
  resolve: { alias: { 'better-sqlite3': 'sqlite3' } },
  test: {
    include: ['{domain,db,papers,electron,renderer,demo,tests}/**/*.test.{ts,tsx}'],
    server: { deps: { inline: ['drizzle-orm'] } },
  },
})
