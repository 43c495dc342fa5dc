// Changes a closed office as somebody with a password and a database tool would:
// node tamper.mjs DIR PROFILE SQL, the password in OPORA_PASSWORD.
import { openClosed } from './open-closed.mjs'

const [, , dir, profile, sql] = process.argv
const raw = await openClosed(dir, profile)
// What stops the program itself is put back afterwards, so that nothing shows.
const triggers = raw.prepare("select name, sql from sqlite_master where type = 'trigger'").all()
raw.pragma('foreign_keys = off')
for (const { name } of triggers) raw.exec(`drop trigger ${name}`)
raw.exec(sql)
for (const trigger of triggers) raw.exec(trigger.sql)
raw.close()
