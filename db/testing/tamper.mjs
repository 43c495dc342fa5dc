// Changes a closed office as somebody with a password and a database tool would:
// node tamper.mjs DIR PROFILE SQL, the password in OPORA_PASSWORD.
import { registerHooks } from 'node:module'
import { join } from 'node:path'

// The query builder's driver knows the database module by its first name.
registerHooks({
  resolve: (name, context, next) => next(name === 'better-sqlite3' ? 'sqlite3' : name, context),
})
const { openDatabase } = await import('../connection.ts')
const { unlockWithPassword } = await import('../keyring/keyring.ts')
const { readKeyring } = await import('../keyring/store.ts')

const [, , dir, profile, sql] = process.argv
const { keyring } = readKeyring(dir)
const slot = keyring.slots.find(({ displayName }) => displayName === profile)
const key = await unlockWithPassword(keyring, slot.id, process.env.OPORA_PASSWORD)
const { raw } = openDatabase(join(dir, 'office.opora'), key)
// What stops the program itself is put back afterwards, so that nothing shows.
const triggers = raw.prepare("select name, sql from sqlite_master where type = 'trigger'").all()
raw.pragma('foreign_keys = off')
for (const { name } of triggers) raw.exec(`drop trigger ${name}`)
raw.exec(sql)
for (const trigger of triggers) raw.exec(trigger.sql)
raw.close()
