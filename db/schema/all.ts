/** Every table, for the generator of migrations only. Queries import the file of their concept. */
export * from './accounts.ts'
export * from './audit.ts'
export * from './drafts.ts'
export * from './files.ts'
export * from './idempotency.ts'
export * from './office.ts'
export * from './registry-numbers.ts'
export * from './settings.ts'
