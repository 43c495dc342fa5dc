import { ParseSpeeds, PDFDocument, PDFName, PDFObjectCopier, PDFPage } from '@cantoo/pdf-lib'
import { ownPages } from './own-pages.ts'
import type { AssembleOptions, Rendered } from './protocol.ts'

/** One of the files is no PDF that can be read; `index` tells which. */
export class UnreadablePaper extends Error {
  override readonly name = 'UnreadablePaper'
  readonly index: number
  constructor(index: number) {
    super(`File ${String(index)} of the pile is not a readable PDF`)
    this.index = index
  }
}

// In a worker nothing else waits: no pause after every hundred objects.
const whole = { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest }

const a4: [number, number] = [595.28, 841.89]

/** The same page once more: contents and fonts are shared, only the leaf of the tree is new. */
function repeat(document: PDFDocument, page: PDFPage): void {
  const leaf = page.node.clone(document.context)
  document.addPage(PDFPage.of(leaf, document.context.register(leaf), document))
}

/** By the quick reader; a file of any other making is left to the thorough one, which judges it. */
function quickly(bytes: Uint8Array): ReturnType<typeof ownPages> {
  try {
    return ownPages(bytes)
  } catch {
    return undefined
  }
}

/** The pages of a paper as pages of the pile, without their tags. Throws where it is no PDF. */
async function pagesFor(pile: PDFDocument, bytes: Uint8Array): Promise<PDFPage[]> {
  const own = quickly(bytes)
  if (own !== undefined) {
    const copier = PDFObjectCopier.for(own.context, pile.context)
    return own.pages.map((page) => {
      const leaf = copier.copy(page)
      return PDFPage.of(leaf, pile.context.register(leaf), pile)
    })
  }
  const source = await PDFDocument.load(bytes, whole)
  const pages = await pile.copyPages(source, source.getPageIndices())
  // Without the tree of tags these would point at nothing.
  for (const page of pages) page.node.delete(PDFName.of('StructParents'))
  return pages
}

/**
 * Lays frozen papers one after the other into one PDF for the printer. Pages are taken over as they
 * are, with their fonts; the tags stay with the frozen papers, because a pile is printed, not read.
 * Same files, same bytes.
 */
export async function assemble(
  papers: readonly Uint8Array[],
  options: AssembleOptions,
): Promise<Rendered> {
  const pile = await PDFDocument.create({ updateMetadata: false })
  pile.setTitle(options.title, { showInWindowTitleBar: true })
  pile.setLanguage('bg-BG')
  for (const [index, bytes] of papers.entries()) {
    const pages = await pagesFor(pile, bytes).catch(() => {
      throw new UnreadablePaper(index)
    })
    const copies = options.cover === true && index === 0 ? 1 : (options.copies ?? 1)
    for (let copy = 0; copy < copies; copy++) {
      for (const page of pages) {
        if (copy === 0) pile.addPage(page)
        else repeat(pile, page)
      }
      if (options.duplex === true && pages.length % 2 === 1) pile.addPage(a4)
    }
  }
  // Objects in the clear: bigger by a tenth, written three times as fast.
  const pdf = await pile.save({
    useObjectStreams: false,
    addDefaultPage: false,
    objectsPerTick: Infinity,
  })
  return { pdf, pages: pile.getPageCount() }
}
