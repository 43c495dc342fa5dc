// Opens the database of a closed office as somebody with a password and a database tool would: the
// program's own sources, the password in OPORA_PASSWORD.
import { registerHooks } from 'node:module'
import { join } from 'node:path'

// The query builder's driver knows the database module by its first name.
registerHooks({
  resolve: (name, context, next) => next(name === 'better-sqlite3' ? 'sqlite3' : name, context),
})
const { openDatabase } = await import('../connection.ts')
const { unlockWithPassword } = await import('../keyring/keyring.ts')
const { readKeyring } = await import('../keyring/store.ts')

export async function openClosed(dir, profile) {
  const { keyring } = readKeyring(dir)
  const slot = keyring.slots.find(({ displayName }) => displayName === profile)
  const key = await unlockWithPassword(keyring, slot.id, process.env.OPORA_PASSWORD)
  return openDatabase(join(dir, 'office.opora'), key).raw
}
