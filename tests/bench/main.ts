import { writeFileSync } from 'node:fs'
import os from 'node:os'
import { parseArgs } from 'node:util'
import { copyFigures } from './copies.ts'
import { encryptionFigures } from './encryption.ts'
import { expiringFigures } from './expiring.ts'
import { journalFigures } from './journal.ts'
import { memoryFigures } from './memory.ts'
import { benchOffice } from './office.ts'
import { paintingFigures } from './painting.ts'
import { paperFigures } from './papers.ts'
import { searchFigures } from './search.ts'
import { openingFigures, unlockFigures } from './start.ts'
import { line, ratioOf, type Figure } from './statistics.ts'
import { teamFigures } from './team.ts'

/**
 * `npm run bench -- [--json F] [--only search,expiring,team,journal,start,papers,copies] [--people 100000]
 * [--entries 1000000] [--copy-mb 1024]`: figures against floors of the same run. Nothing is asserted:
 * the machine is printed beside them.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string', default: 'search,expiring,team,journal,start,papers,copies' },
    people: { type: 'string', default: '100000' },
    entries: { type: 'string', default: '1000000' },
    'copy-mb': { type: 'string', default: '1024' },
  },
})
const wanted = new Set(values.only.split(','))
const people = Number(values.people)
const machine = `${os.cpus()[0]?.model ?? 'unknown'} × ${String(os.cpus().length)}, ${String(Math.round(os.totalmem() / 2 ** 30))} GB, ${os.platform()} ${os.release()}, Node ${process.version}`
const figures: Figure[] = []
const report = (more: Figure[]) => {
  for (const figure of more) console.log(line(figure))
  figures.push(...more)
}

/** What else runs here: on a busy machine the budgets say little, the ratios still do. */
const load = () =>
  os
    .loadavg()
    .map((one) => one.toFixed(2))
    .join(' ')
const loads = { before: load(), after: '' }
console.log(`${machine}\nload ${loads.before}`)
if (wanted.has('search')) {
  const bench = await benchOffice(people)
  report(await searchFigures(bench, people))
  report(await encryptionFigures(bench, people))
  report(await memoryFigures(bench, people))
  report(await paintingFigures(bench, people))
  await bench.close()
}
if (wanted.has('expiring')) {
  const bench = await benchOffice(10_000)
  report(await expiringFigures(bench))
  await bench.close()
}
if (wanted.has('team')) {
  const bench = await benchOffice(2_000)
  report(await teamFigures(bench))
  await bench.close()
}
if (wanted.has('journal')) report(await journalFigures(Number(values.entries)))
if (wanted.has('start')) {
  const bench = await benchOffice(10_000)
  report(await openingFigures(bench))
  report(await unlockFigures(bench))
  await bench.close()
}
if (wanted.has('papers')) report(await paperFigures())
if (wanted.has('copies')) report(await copyFigures(Number(values['copy-mb'])))

loads.after = load()
const missed = figures.filter((one) => ratioOf(one) > one.target).length
console.log(
  `${String(figures.length - missed)} met, ${String(missed)} missed in ${(performance.now() / 1000).toFixed(0)} s; load ${loads.after}`,
)
if (values.json !== undefined)
  writeFileSync(
    values.json,
    `${JSON.stringify({ machine, loads, at: new Date().toISOString(), figures: figures.map((one) => ({ ...one, reached: ratioOf(one), met: ratioOf(one) <= one.target })) }, null, 2)}\n`,
  )
process.exit(0)
