import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apply, record, type DiskRecord, type Node, type Told } from './disk-record.ts'

/** What had been told to the caller before the cut: from then on it has to be true. */
export type Promised = ReadonlySet<string>

/**
 * Does the work below `root`, then cuts the power behind every call of it: gives a folder as each disk
 * may hold it then, once for each that differs; it goes afterwards. `seen` is shared where what
 * follows a cut is cut again, `already` what was promised before.
 */
export function* cutEverywhere(
  root: string,
  work: (promise: (name: string) => void) => void,
  { seen = new Set(), already = new Set() }: { seen?: Set<string>; already?: Promised } = {},
): Generator<{ folder: string; promised: Promised }> {
  const done = record(root, work)
  const promised = new Set(already)
  for (let cut = 0; cut <= done.told.length; cut++) {
    const last = done.told[cut - 1]
    if (last?.kind === 'promise') promised.add(last.name)
    for (const disk of disksAfter(done, done.told.slice(0, cut))) {
      const print = `${[...promised].join()} ${printOf(disk)}`
      if (seen.has(print)) continue
      seen.add(print)
      const folder = mkdtempSync(join(tmpdir(), 'opora-replay-'))
      try {
        lay(disk, folder)
        yield { folder, promised: new Set(promised) }
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    }
  }
}

type NamesTold = Told & { kind: 'names' }

/**
 * Every disk that a cut may leave. What was flushed is there: bytes of a file by its own flush, a name
 * by the flush of its folder, a rename between two folders by both. Of the other names any may be there,
 * with the bytes that were not flushed or without them.
 */
function* disksAfter(done: DiskRecord, told: readonly Told[]): Generator<readonly Node[]> {
  const flushedAt = new Map<number, number>()
  told.forEach((one, index) => {
    if (one.kind === 'flush') flushedAt.set(one.node, index)
  })
  const lasts = (node: number, index: number) => (flushedAt.get(node) ?? -1) > index
  const pending = told.filter(
    (one, index): one is NamesTold =>
      one.kind === 'names' && !one.changes.every(({ folder }) => lasts(folder, index)),
  )
  for (const bytesStay of [false, true])
    for (const lost of subsetsOf(pending)) {
      const nodes = done.before()
      told.forEach((one, index) => {
        if (one.kind === 'names' && lost.has(one)) return
        if (one.kind === 'bytes' && !bytesStay && !lasts(one.node, index)) return
        apply(nodes, one)
      })
      yield nodes
    }
}

const mostAtOnce = 5

/** Of more than five: none, all, each one alone, all but each one. */
function subsetsOf(pending: readonly NamesTold[]): Set<NamesTold>[] {
  if (pending.length <= mostAtOnce)
    return Array.from(
      { length: 2 ** pending.length },
      (_, bits) => new Set(pending.filter((__, index) => ((bits >> index) & 1) === 1)),
    )
  return [
    new Set(),
    new Set(pending),
    ...pending.map((one) => new Set([one])),
    ...pending.map((one) => new Set(pending.filter((other) => other !== one))),
  ]
}

const hashes = new WeakMap<Buffer, string>()

/** The same text for the same folder with the same bytes. */
function printOf(nodes: readonly Node[], id = 0): string {
  const { entries, bytes } = nodes[id] ?? { entries: null, bytes: Buffer.alloc(0) }
  if (entries)
    return `{${[...entries]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, node]) => `${name}:${printOf(nodes, node)}`)
      .join()}}`
  const hash = hashes.get(bytes) ?? createHash('sha256').update(bytes).digest('base64')
  hashes.set(bytes, hash)
  return hash
}

function lay(nodes: readonly Node[], folder: string, id = 0): void {
  for (const [name, node] of nodes[id]?.entries ?? []) {
    const path = join(folder, name)
    const { entries, bytes } = nodes[node] ?? { entries: null, bytes: Buffer.alloc(0) }
    if (entries) {
      mkdirSync(path)
      lay(nodes, path, node)
    } else writeFileSync(path, bytes)
  }
}
