import { startFigures } from './start.ts'
import { paintingFigures } from './painting.ts'
import { line } from './statistics.ts'
const b = (n: number) =>
  ({ dir: '/tmp/speed/office-' + n, office: { close: async () => {} } }) as any
const which = process.argv[2] ?? 'both'
if (which !== 'paint') for (const f of await startFigures(b(10000))) console.log(line(f))
if (which !== 'start')
  for (const f of await paintingFigures(b(100000), 100000)) console.log(line(f))
process.exit(0)
