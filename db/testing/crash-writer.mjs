// Writes pairs of rows, one pair a transaction, and prints each number once it is committed.
import { writeSync } from 'node:fs'
import Sqlite from 'sqlite3'

const [file, hex] = process.argv.slice(2)
const raw = new Sqlite(file)
raw.pragma("cipher = 'aegis'")
raw.pragma("algorithm = 'aegis-256'")
raw.key(Buffer.from(`raw:${hex}`))
raw.pragma('journal_mode = wal')
raw.pragma('synchronous = full')
const insert = raw.prepare('insert into people values (?, ?, ?)')
const pair = raw.transaction((n) => {
  insert.run(`${n}a`, `${n}a`, 'first')
  insert.run(`${n}b`, `${n}b`, 'second')
})
for (let n = 1; n <= 100000; n++) {
  pair.immediate(n)
  writeSync(1, `${n}\n`)
}
