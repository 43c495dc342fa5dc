// Holds the lock of a data folder, as lock.ts does, until it is killed.
import { writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setInterval } from 'node:timers'
import Sqlite from 'sqlite3'

const folder = process.argv[2]
const raw = new Sqlite(join(folder, 'office.lock'), { timeout: 0 })
raw.exec('begin exclusive')
const owner = {
  computer: 'ПРИЕМНА-1',
  pid: process.pid,
  since: '2026-03-02T06:12:00.000Z',
  endpoint: null,
}
writeFileSync(join(folder, 'owner.json'), JSON.stringify(owner))
writeSync(1, 'held\n')
setInterval(() => raw.open, 1000)
