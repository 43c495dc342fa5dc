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

type ContentToken = { kind: 'glyphs' | 'name' | 'word'; text: string }

/** Glyph strings (as hex), names and operators of a content stream, in order. */
function* contentTokens(content: string): Generator<ContentToken> {
  const plain = /[^\s()<>[\]/%]+/y
  let at = 0
  while (at < content.length) {
    const sign = content.charAt(at)
    if (sign === '(') {
      const { text, end } = literal(content, at + 1)
      yield { kind: 'glyphs', text: Buffer.from(text, 'latin1').toString('hex') }
      at = end
    } else if (sign === '<' && content[at + 1] !== '<') {
      const end = content.indexOf('>', at)
      yield { kind: 'glyphs', text: content.slice(at + 1, end).replace(/\s/g, '') }
      at = end + 1
    } else {
      plain.lastIndex = sign === '/' ? at + 1 : at
      const word = plain.exec(content)?.[0]
      if (word !== undefined) yield { kind: sign === '/' ? 'name' : 'word', text: word }
      at += (word?.length ?? 0) + (sign === '/' || word === undefined ? 1 : 0)
    }
  }
}

/** A „(…)“ string with nested brackets and escapes; `end` is after the closing one. */
function literal(content: string, start: number): { text: string; end: number } {
  const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' }
  let text = ''
  let depth = 1
  let at = start
  for (; at < content.length; at++) {
    const sign = content.charAt(at)
    if (sign === '\\') {
      const octal = /^[0-7]{1,3}/.exec(content.slice(at + 1, at + 4))?.[0]
      const next = content.charAt(at + 1)
      text +=
        octal === undefined ? (escapes[next] ?? next) : String.fromCharCode(parseInt(octal, 8))
      at += octal?.length ?? 1
      continue
    }
    if (sign === '(') depth += 1
    if (sign === ')' && --depth === 0) break
    text += sign
  }
  return { text, end: at + 1 }
}

function pageText(page: PDFPage): string {
  const fonts = new Map<string, Map<string, string>>()
  const dict = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict)
  for (const name of dict?.keys() ?? []) {
    const font = dict?.lookup(name)
    if (font instanceof PDFDict) fonts.set(name.decodeText(), unicodeMap(font))
  }
  let current = new Map<string, string>()
  let name = ''
  let shown = ''
  let text = ''
  for (const token of contentTokens(contentOf(page))) {
    if (token.kind === 'name') name = token.text
    else if (token.kind === 'glyphs')
      for (const code of token.text.toUpperCase().match(/.{4}/g) ?? [])
        shown += current.get(code) ?? ''
    else if (token.text === 'Tf') current = fonts.get(name) ?? new Map<string, string>()
    else if (token.text === 'BT') text += '\n'
    else if (/^[A-Za-z'"]/.test(token.text)) {
      if (token.text === 'Tj' || token.text === 'TJ') text += shown
      shown = ''
    }
  }
  return text
}

/** Runs of glyphs joined into words: cut words made whole, no space before a comma. */
function readable(text: string): string {
  return (
    text
      .replace(/\s+/gu, ' ')
      .replace(/(?<=\p{L}) [-\u00ad] (?=\p{Ll})/gu, '')
      // One glyph serves both hyphens; where it is no cut it is the ordinary one.
      .replaceAll('\u00ad', '-')
      .replace(/ (?=[,.;:)])/gu, '')
      .trim()
  )
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
