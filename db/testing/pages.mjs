// Tells on which pages of a closed office's database tables stand, so that a test can spoil them:
// node pages.mjs DIR PROFILE LIKE, the password in OPORA_PASSWORD.
import { openClosed } from './open-closed.mjs'

const [, , dir, profile, names] = process.argv
const raw = await openClosed(dir, profile)
const found = raw.prepare('select pageno from dbstat where name like ?').pluck()
process.stdout.write(JSON.stringify(found.all(names)))
raw.close()
