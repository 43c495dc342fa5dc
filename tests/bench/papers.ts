import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { writeDurably } from '#db/durable.ts'
import { buildContract } from '#papers/builders/contract.ts'
import { createPapers } from '#papers/pool.ts'
import { contract } from '#papers/testing/sample-facts.ts'
import { builtWorkers } from '#electron/office/built-workers.ts'
import type { Figure } from './statistics.ts'

const count = 300
/** LibreOffice has been seen to die on 300 files in one process: a third is measured. */
const inOneProcess = 100
const oneByOne = 6

/** A Writer document with the words of a paper, a paragraph a line: what a mail merge would hold. */
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

function convert(folder: string, files: readonly string[]): number {
  const begun = performance.now()
  spawnSync(
    'soffice',
    [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      'pdf',
      '--outdir',
      `${folder}/lo`,
      ...files,
    ],
    { stdio: 'ignore' },
  )
  return performance.now() - begun
}

function hasOffice(): boolean {
  return spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0
}

/**
 * 300 contracts, each compiled and put on the disk by itself, then one pile; against LibreOffice
 * making PDFs of the same words in one process, and one process each.
 */
export async function paperFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'opora-bench-papers-'))
  const papers = createPapers({
    workerUrl: builtWorkers(path.join(process.cwd(), 'dist/main')).papers,
  })
  const begun = performance.now()
  const requests = Array.from({ length: count }, (_, index) => {
    const built = buildContract({ ...contract, number: String(index + 1) })
    return { layout: 'contract' as const, data: built.data, documentDate: built.documentDate }
  })
  const frozen: Uint8Array[] = []
  await papers.renderMany(requests, {
    onRendered: ({ pdf }, index) => {
      writeDurably(path.join(folder, `${String(index)}.pdf`), pdf)
      frozen.push(pdf)
    },
  })
  const pile = await papers.assemble(frozen, { title: 'Pile' })
  const value = performance.now() - begun
  await papers.close()
  const figures: Figure[] = [
    {
      name: `${String(count)} contracts (${String(pile.pages)} pages) frozen, one pile`,
      value,
      unit: 'ms',
      target: 60_000,
      kind: 'budget',
    },
  ]
  if (hasOffice()) {
    const files = frozen.map((_, index) => {
      const words = execFileSync(
        'pdftotext',
        ['-layout', path.join(folder, `${String(index)}.pdf`), '-'],
        { encoding: 'utf8' },
      )
      const file = path.join(folder, `${String(index)}.fodt`)
      writeFileSync(file, writerDocument(words))
      return file
    })
    convert(folder, files.slice(0, 1)) // its profile is made once
    const together = (convert(folder, files.slice(0, inOneProcess)) / inOneProcess) * count
    if (!readFileSync(path.join(folder, 'lo', `${String(inOneProcess - 1)}.pdf`)).includes('%PDF'))
      throw new Error('LibreOffice did not make the last paper')
    let alone = 0
    for (const file of files.slice(0, oneByOne)) alone += convert(folder, [file])
    figures.push(
      {
        name: `the same, against LibreOffice in one process (${String(inOneProcess)} measured)`,
        value,
        unit: 'ms',
        floor: { name: 'LibreOffice', value: together },
        target: 1 / 3,
        kind: 'ratio',
      },
      {
        name: `the same, against LibreOffice one by one (${String(oneByOne)} measured)`,
        value,
        unit: 'ms',
        floor: { name: 'LibreOffice', value: (alone / oneByOne) * count },
        target: 1 / 20,
        kind: 'ratio',
      },
    )
  }
  rmSync(folder, { recursive: true, force: true })
  return figures
}
