import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFString,
  PDFHexString,
  type PDFPage,
} from '@cantoo/pdf-lib'

export interface ReadPdf {
  /** Text of each page in reading order; every kind of space is one ordinary space. */
  pages: string[]
  text: string
  title: string | undefined
  language: string | undefined
  /** Has a tree of tags and says so. */
  tagged: boolean
  fonts: { name: string; embedded: boolean }[]
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

function streamText(stream: PDFRawStream): string {
  return latin(decodePDFRawStream(stream).decode())
}

function utf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le')
}

/** Glyph code (four hex digits) → text, from the font's ToUnicode map. */
function unicodeMap(font: PDFDict): Map<string, string> {
  const map = new Map<string, string>()
  const stream = font.lookup(PDFName.of('ToUnicode'))
  if (!(stream instanceof PDFRawStream)) return map
  const cmap = streamText(stream)
  for (const block of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const m of (block[1] ?? '').matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      map.set((m[1] ?? '').toUpperCase(), utf16(m[2] ?? ''))
  for (const block of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const m of (block[1] ?? '').matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g,
    )) {
      const from = parseInt(m[1] ?? '', 16)
      const first = parseInt(m[3] ?? '', 16)
      for (let code = from; code <= parseInt(m[2] ?? '', 16); code++)
        map.set(
          code.toString(16).toUpperCase().padStart(4, '0'),
          String.fromCodePoint(first + code - from),
        )
    }
  return map
}

function contentOf(page: PDFPage): string {
  const contents = page.node.Contents()
  const streams =
    contents instanceof PDFArray
      ? contents.asArray().map((ref) => page.doc.context.lookup(ref))
      : [contents]
  return streams
    .filter((s): s is PDFRawStream => s instanceof PDFRawStream)
    .map(streamText)
    .join('\n')
}

/** String bytes of a literal „(…)“ with its escapes undone, as hex. */
function literalHex(literal: string): string {
  const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  const plain = literal.replace(/\\([0-7]{1,3}|\r?\n|[\s\S])/g, (_, e: string) =>
    /^[0-7]/.test(e)
      ? String.fromCharCode(parseInt(e, 8))
      : (escapes[e] ?? (/\n/.test(e) ? '' : e)),
  )
  return Buffer.from(plain, 'latin1').toString('hex')
}

function pageText(page: PDFPage): string {
  const fonts = new Map<string, Map<string, string>>()
  const dict = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict)
  for (const name of dict?.keys() ?? []) {
    const font = dict?.lookup(name)
    if (font instanceof PDFDict) fonts.set(name.decodeText(), unicodeMap(font))
  }
  let current = new Map<string, string>()
  let text = ''
  const tokens =
    /\/([^\s/<>[\]()]+)\s+[\d.]+\s+Tf|\[((?:[^\]()\\]|\((?:\\[\s\S]|[^\\()])*\))*)\]\s*TJ|((?:<[0-9A-Fa-f\s]*>|\((?:\\[\s\S]|[^\\()])*\)))\s*Tj|\b(BT|T[dDm*])\b/g
  for (const token of contentOf(page).matchAll(tokens)) {
    const [, font, array, single, move] = token
    if (font !== undefined) current = fonts.get(font) ?? new Map<string, string>()
    else if (move === 'BT') text += '\n'
    else if (move === undefined)
      for (const s of (array ?? single ?? '').matchAll(
        /<([0-9A-Fa-f\s]*)>|\(((?:\\[\s\S]|[^\\()])*)\)/g,
      )) {
        const hex = (s[1] ?? literalHex(s[2] ?? '')).replace(/\s/g, '').toUpperCase()
        for (const code of hex.match(/.{4}/g) ?? []) text += current.get(code) ?? ''
      }
  }
  return text
}

/** Runs of glyphs joined into words: cut words made whole, no space before a comma. */
function readable(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\p{L}) - (?=\p{Ll})/gu, '')
    .replace(/ (?=[,.;:)])/gu, '')
    .trim()
}

function fontsOf(document: PDFDocument): ReadPdf['fonts'] {
  const fonts: ReadPdf['fonts'] = []
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue
    if (object.lookup(PDFName.of('Type')) !== PDFName.of('FontDescriptor')) continue
    const name = object.lookup(PDFName.of('FontName'))
    fonts.push({
      name: name instanceof PDFName ? name.decodeText() : '',
      embedded: ['FontFile', 'FontFile2', 'FontFile3'].some((key) => object.has(PDFName.of(key))),
    })
  }
  return fonts
}

/** Reads a PDF with its own maps of glyphs: what a screen reader or a search would find in it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const pages = document.getPages().map((page) => readable(pageText(page)))
  const language = document.catalog.lookup(PDFName.of('Lang'))
  const marked = document.catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)
  return {
    pages,
    text: pages.join(' '),
    title: document.getTitle(),
    language:
      language instanceof PDFString || language instanceof PDFHexString
        ? language.decodeText()
        : undefined,
    tagged:
      document.catalog.has(PDFName.of('StructTreeRoot')) &&
      marked?.lookup(PDFName.of('Marked'))?.toString() === 'true',
    fonts: fontsOf(document),
  }
}
