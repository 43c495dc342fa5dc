import { cpSync, rmSync } from 'node:fs'
import { benchOffice } from './office.ts'
for (const n of process.argv.slice(2).map(Number)) {
  const b = await benchOffice(n)
  const dir = '/tmp/speed/office-' + n
  b.office.vault.database().raw.pragma('wal_checkpoint(truncate)')
  await b.office.close()
  rmSync(dir, { recursive: true, force: true })
  cpSync(b.dir, dir, { recursive: true })
  await b.close()
}
process.exit(0)
