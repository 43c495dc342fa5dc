import { parseArgs } from 'node:util'
import { dataDirFrom } from '#electron/office/data-folder.ts'
import { expectNode } from '#electron/office/node-version.ts'
import { startFailure } from '#electron/office/start-failure.ts'
import { runServer } from './run.ts'

/** `server [--dir D] [--port P]`: one plain line and exit code 1 when it cannot start. */
expectNode()
const args = process.argv.slice(2)
const dataDir = dataDirFrom(args)
try {
  const { values } = parseArgs({
    args,
    options: { dir: { type: 'string' }, port: { type: 'string', default: '0' } },
  })
  await runServer({
    dataDir,
    port: Number(values.port),
    programDir: import.meta.dirname,
    waits: true,
  })
} catch (error) {
  process.stderr.write(`${startFailure(error, dataDir) ?? String(error)}\n`)
  process.exit(1)
}
