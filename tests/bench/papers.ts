import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { makeFolderDurably, writeDurably } from '#db/durable.ts'
import { hashOfSealed, sealFile } from '#db/files/format.ts'
import { storedPath } from '#db/files/store.ts'
import { newId } from '#db/ids.ts'
import { buildContract } from '#papers/contracts/builder.ts'
import { pageCount } from '#papers/page-count.ts'
import { createPapers } from '#papers/pool.ts'
import { builtWorkers } from '#electron/office/built-workers.ts'
import { inventedContract } from './invented-contracts.ts'
import type { Figure } from './statistics.ts'

const count = 300
/** LibreOffice has been seen to die on 300 files in one process: a third is measured. */
const inOneProcess = 100
const oneByOne = 6

/**
 * A Writer document with the words of a paper, a paragraph a line: what a mail merge would hold. It has
 * no styles, no table, no signature block and no tags; that advantage is left to LibreOffice.
 */
function writerDocument(words: string): string {
  const paragraphs = words
    .split('\n')
    .map((text) => text.trim())
    .filter(Boolean)
    .map((text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
    .map((text) => `<text:p>${text}</text:p>`)
    .join('')
  return `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>${paragraphs}</office:text></office:body></office:document>`
}

interface Spent {
  wall: number
  /** User and system time of all threads and processes. */
  cpu: number
}

/** Minutes and seconds as the shell's `times` prints them, in ms. */
function shellTime(text: string): number {
  const [, minutes, seconds] = /(\d+)m([\d.]+)s/.exec(text) ?? []
  return (Number(minutes) * 60 + Number(seconds)) * 1000
}

function convert(folder: string, files: readonly string[]): Spent {
  const begun = performance.now()
  const { stdout } = spawnSync(
    'sh',
    [
      '-c',
      '"$@" >/dev/null 2>&1; times',
      'sh',
      'soffice',
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      'pdf',
      '--outdir',
      `${folder}/lo`,
      ...files,
    ],
    { encoding: 'utf8' },
  )
  const children = stdout.trim().split('\n').at(-1) ?? ''
  const cpu = children
    .split(' ')
    .map(shellTime)
    .reduce((sum, one) => sum + one, 0)
  return { wall: performance.now() - begun, cpu }
}

function hasOffice(): boolean {
  return spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0
}

/** Each compiled by itself, sealed and flushed to the disk as the file store does it; then one pile. */
async function freezeAll(folder: string): Promise<{ papers: Uint8Array[]; pages: number } & Spent> {
  const pool = createPapers({
    workerUrl: builtWorkers(path.join(process.cwd(), 'dist/main')).papers,
  })
  const key = { id: newId(), key: randomBytes(32) }
  const before = process.cpuUsage()
  const begun = performance.now()
  const requests = Array.from({ length: count }, (_, index) => {
    const { data, documentDate } = buildContract(inventedContract(index))
    return { layout: 'contract' as const, data, documentDate }
  })
  const papers: Uint8Array[] = []
  await pool.renderMany(requests, {
    onRendered: ({ pdf }) => {
      const sealed = sealFile(pdf, key)
      const file = storedPath(folder, hashOfSealed(sealed))
      makeFolderDurably(path.dirname(file))
      writeDurably(file, sealed)
      papers.push(pdf)
    },
  })
  const pile = await pool.assemble(papers, { title: 'Pile' })
  const wall = performance.now() - begun
  const used = process.cpuUsage(before)
  await pool.close()
  return { papers, pages: pile.pages, wall, cpu: (used.user + used.system) / 1000 }
}

const cpuNote = (own: Spent, other: Spent): string =>
  `CPU ${(own.cpu / 1000).toFixed(1)} s against ${(other.cpu / 1000).toFixed(1)} s`

/**
 * 300 contracts, each frozen by itself, then one pile; against LibreOffice making PDFs of the same
 * words in one process, and one process each.
 */
export async function paperFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'opora-bench-papers-'))
  const own = await freezeAll(path.join(folder, 'store'))
  const figures: Figure[] = [
    {
      name: `${String(count)} contracts of ${String(own.pages / count)} pages, each frozen alone, one pile, CPU ${(own.cpu / 1000).toFixed(1)} s`,
      value: own.wall,
      unit: 'ms',
      target: 60_000,
      kind: 'budget',
    },
  ]
  if (hasOffice()) {
    const files = own.papers.slice(0, inOneProcess).map((pdf, index) => {
      const words = execFileSync('pdftotext', ['-layout', '-', '-'], {
        input: pdf,
        encoding: 'utf8',
      })
      const file = path.join(folder, `${String(index)}.fodt`)
      writeFileSync(file, writerDocument(words))
      return file
    })
    convert(folder, files.slice(0, 1)) // its profile is made once
    const some = files.slice(0, oneByOne).map((file) => convert(folder, [file]))
    const mean = (pick: keyof Spent): number =>
      some.reduce((sum, one) => sum + one[pick], 0) / some.length
    const one = { wall: mean('wall'), cpu: mean('cpu') }
    const measured = convert(folder, files)
    const last = readFileSync(path.join(folder, 'lo', `${String(inOneProcess - 1)}.pdf`))
    if (!last.includes('%PDF')) throw new Error('LibreOffice did not make the last paper')
    // The same words without margins for the foot, or any other layout, fill fewer pages.
    const otherPages = `${String(pageCount(last))} pages each`
    // Its start is paid once, however many follow.
    const scaled = (pick: keyof Spent): number =>
      one[pick] + ((measured[pick] - one[pick]) / (inOneProcess - 1)) * (count - 1)
    const together = { wall: scaled('wall'), cpu: scaled('cpu') }
    const alone = { wall: one.wall * count, cpu: one.cpu * count }
    figures.push(
      {
        name: `the same, against LibreOffice in one process (${String(inOneProcess)} measured, scaled; ${otherPages}; ${cpuNote(own, together)})`,
        value: own.wall,
        unit: 'ms',
        floor: { name: 'LibreOffice', value: together.wall },
        target: 1 / 3,
        kind: 'ratio',
      },
      {
        name: `the same, against LibreOffice one by one (${String(oneByOne)} measured, scaled; ${cpuNote(own, alone)})`,
        value: own.wall,
        unit: 'ms',
        floor: { name: 'LibreOffice', value: alone.wall },
        target: 1 / 20,
        kind: 'ratio',
      },
    )
  }
  rmSync(folder, { recursive: true, force: true })
  return figures
}
