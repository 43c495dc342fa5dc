import { defineConfig } from 'drizzle-kit'

/** Works offline: `npx drizzle-kit generate` compares db/schema with the last snapshot. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './db/schema/all.ts',
  out: './db/migrations',
})
