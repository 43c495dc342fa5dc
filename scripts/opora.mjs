/** `npm run -s opora -- …`: the command line of the built program. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import './require-node-24.mjs'
import { ensureBuilt } from './built.mjs'

if (ensureBuilt()) {
  const cli = path.join(import.meta.dirname, '../dist/main/cli.js')
  process.argv[1] = cli
  await import(pathToFileURL(cli).href)
} else {
  process.exitCode = 1
}
