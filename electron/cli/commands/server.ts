import { parseArgs } from 'node:util'
import { dataDirFrom } from '#electron/office/data-folder.ts'
import { runServer } from '#electron/server/run.ts'
import { programDir } from '../program-dir.ts'

/** `server --dir D [--port P]`: stays up until it is stopped. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { dir: { type: 'string' }, port: { type: 'string', default: '0' } },
  })
  await runServer({
    dataDir: dataDirFrom(args),
    port: Number(values.port),
    programDir: programDir(),
    // Whoever keeps the computers is told where they are, by the exit code too.
    waits: false,
  })
}
