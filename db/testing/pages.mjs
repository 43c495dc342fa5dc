// Tells on which pages of a closed office's database tables stand, so that a test can spoil them:
// node pages.mjs DIR PROFILE LIKE, the password in OPORA_PASSWORD.
import { registerHooks } from 'node:module'
import { join } from 'node:path'

// The query builder's driver knows the database module by its first name.
registerHooks({
  resolve: (name, context, next) => next(name === 'better-sqlite3' ? 'sqlite3' : name, context),
})
const { openDatabase } = await import('../connection.ts')
const { unlockWithPassword } = await import('../keyring/keyring.ts')
const { readKeyring } = await import('../keyring/store.ts')

const [, , dir, profile, names] = process.argv
const { keyring } = readKeyring(dir)
const slot = keyring.slots.find(({ displayName }) => displayName === profile)
const key = await unlockWithPassword(keyring, slot.id, process.env.OPORA_PASSWORD)
const { raw } = openDatabase(join(dir, 'office.opora'), key)
const found = raw.prepare('select pageno from dbstat where name like ?').pluck()
process.stdout.write(JSON.stringify(found.all(names)))
raw.close()
