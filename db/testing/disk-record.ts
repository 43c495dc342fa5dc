import { constants, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { useDisk } from '../disk.ts'

/**
 * What the disk was told below one folder, in order. Files and folders have numbers, since a name may
 * be lost and the bytes under it be kept. One `names` is done whole or not at all, as every file system
 * with a journal promises of a rename, also across two folders.
 */
export type Told =
  | { kind: 'names'; changes: { folder: number; name: string; node: number | null }[] }
  | { kind: 'bytes'; node: number; at: number; bytes: Buffer }
  | { kind: 'empty'; node: number }
  | { kind: 'flush'; node: number }
  | { kind: 'promise'; name: string }

/** A folder has entries, a file bytes. */
export interface Node {
  entries: Map<string, number> | null
  bytes: Buffer
}

/** Files and folders as whoever works with them sees them, and the record of how they came to be so. */
export class DiskRecord {
  readonly told: Told[] = []
  readonly #base: readonly Node[]
  readonly #nodes: Node[] = []
  readonly #root: string

  constructor(root: string) {
    this.#root = root
    this.#take(root)
    this.#base = this.#nodes.map(copyOf)
  }

  /** As it was before; files and folders that were made since are empty and have no name. */
  before(): Node[] {
    return this.#nodes.map(({ entries }, id) =>
      copyOf(this.#base[id] ?? { entries: entries && new Map(), bytes: Buffer.alloc(0) }),
    )
  }

  #take(path: string): number {
    const isFolder = statSync(path).isDirectory()
    const node: Node = isFolder
      ? { entries: new Map(), bytes: Buffer.alloc(0) }
      : { entries: null, bytes: readFileSync(path) }
    const id = this.#nodes.push(node) - 1
    if (isFolder)
      for (const name of readdirSync(path)) node.entries?.set(name, this.#take(join(path, name)))
    return id
  }

  isBelow(path: string): boolean {
    const inside = relative(this.#root, path)
    return !isAbsolute(inside) && inside.split(sep)[0] !== '..'
  }

  /** Undefined: there is nothing of that name, or SQLite made it and nobody has flushed it. */
  find(path: string): number | undefined {
    let id: number | undefined = 0
    for (const name of relative(this.#root, path).split(sep))
      if (name !== '' && id !== undefined) id = this.#nodes[id]?.entries?.get(name)
    return id
  }

  #parent(path: string): number {
    const id = this.find(dirname(path))
    if (id === undefined) throw new Error(`nobody made ${dirname(path)}`)
    return id
  }

  #tell(one: Told): void {
    apply(this.#nodes, one)
    this.told.push(one)
  }

  #names(changes: { folder: number; name: string; node: number | null }[]): void {
    this.#tell({ kind: 'names', changes })
  }

  make(path: string, kind: 'file' | 'folder'): number {
    const entries = kind === 'folder' ? new Map<string, number>() : null
    const node = this.#nodes.push({ entries, bytes: Buffer.alloc(0) }) - 1
    this.#names([{ folder: this.#parent(path), name: basename(path), node }])
    return node
  }

  opened(path: string, empties: boolean): number {
    if (empties) {
      const there = this.find(path)
      if (there === undefined) return this.make(path, 'file')
      this.#empty(there)
      return there
    }
    return this.#bySqlite(path)
  }

  /** What SQLite wrote meanwhile: its bytes are there, and count from our own flush on. */
  #bySqlite(path: string): number {
    const isFolder = statSync(path).isDirectory()
    const id = this.find(path) ?? this.make(path, isFolder ? 'folder' : 'file')
    if (isFolder) return id
    const bytes = readFileSync(path)
    if (this.#nodes[id]?.bytes.equals(bytes)) return id
    this.#empty(id)
    this.wrote(id, 0, bytes)
    return id
  }

  #empty(node: number): void {
    this.#tell({ kind: 'empty', node })
  }

  wrote(node: number, at: number, bytes: Buffer): void {
    this.#tell({ kind: 'bytes', node, at, bytes })
  }

  renamed(from: string, to: string): void {
    const node = this.find(from) ?? this.#bySqlite(from)
    this.#names([
      { folder: this.#parent(from), name: basename(from), node: null },
      { folder: this.#parent(to), name: basename(to), node },
    ])
  }

  removed(path: string): void {
    if (this.find(path) !== undefined)
      this.#names([{ folder: this.#parent(path), name: basename(path), node: null }])
  }
}

const copyOf = ({ entries, bytes }: Node): Node => ({ entries: entries && new Map(entries), bytes })

/** One thing that was told, as a disk does it. */
export function apply(nodes: readonly Node[], one: Told): void {
  if (one.kind === 'names')
    for (const { folder, name, node } of one.changes) {
      const entries = nodes[folder]?.entries
      if (node === null) entries?.delete(name)
      else entries?.set(name, node)
    }
  if (one.kind !== 'bytes' && one.kind !== 'empty') return
  const node = nodes[one.node]
  if (!node) throw new Error('bytes of no file')
  if (one.kind === 'empty') node.bytes = Buffer.alloc(0)
  else if (one.at === 0 && one.bytes.length >= node.bytes.length) node.bytes = one.bytes
  else {
    const longer = Buffer.alloc(Math.max(node.bytes.length, one.at + one.bytes.length))
    node.bytes.copy(longer)
    one.bytes.copy(longer, one.at)
    node.bytes = longer
  }
}

/**
 * Does the work on a disk that writes down what it is told. Nothing is flushed for real: what a flush
 * means is what is tried.
 */
export function record(root: string, work: (promise: (name: string) => void) => void): DiskRecord {
  const recorder = new DiskRecord(root)
  const open = new Map<number, { node: number; at: number }>()
  const putBack = useDisk((real) => ({
    openSync(path, flags, mode) {
      const empties = flags === 'w' || (Number(flags) & constants.O_TRUNC) !== 0
      const fd = real.openSync(path, flags, mode)
      open.delete(fd)
      if (recorder.isBelow(path)) open.set(fd, { node: recorder.opened(path, empties), at: 0 })
      return fd
    },
    writeSync(fd, bytes, offset) {
      const written = real.writeSync(fd, bytes, offset)
      const file = open.get(fd)
      if (!file) return written
      recorder.wrote(file.node, file.at, Buffer.from(bytes.subarray(offset, offset + written)))
      file.at += written
      return written
    },
    fsyncSync(fd) {
      const file = open.get(fd)
      if (file) recorder.told.push({ kind: 'flush', node: file.node })
    },
    closeSync: real.closeSync,
    renameSync(from, to) {
      if (recorder.isBelow(to)) recorder.renamed(from, to)
      real.renameSync(from, to)
    },
    mkdirSync(path, mode) {
      real.mkdirSync(path, mode)
      if (recorder.isBelow(path)) recorder.make(path, 'folder')
    },
    unlinkSync(path) {
      real.unlinkSync(path)
      if (recorder.isBelow(path)) recorder.removed(path)
    },
    rmdirSync(path) {
      real.rmdirSync(path)
      if (recorder.isBelow(path)) recorder.removed(path)
    },
  }))
  try {
    work((name) => recorder.told.push({ kind: 'promise', name }))
  } finally {
    putBack()
  }
  return recorder
}
