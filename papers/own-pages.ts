import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFObjectParser,
  PDFPageLeaf,
  PDFPageTree,
  PDFRef,
  PDFStream,
  type PDFObject,
} from '@cantoo/pdf-lib'

const parent = PDFName.of('Parent')
const structParents = PDFName.of('StructParents')

/** Where each object begins, from the one plain table at the end; none, if the file has another form. */
function offsets(file: Buffer): Map<number, { from: number; to: number }> | undefined {
  const tail = file.subarray(-1024).toString('latin1')
  const at = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1]
  if (at === undefined) return undefined
  const table = file.subarray(Number(at)).toString('latin1')
  const head = /^xref\s+0 (\d+)\s+/.exec(table)
  if (head === null || /\/(?:Prev|Encrypt|XRefStm)\b/.test(table)) return undefined
  const count = Number(head[1])
  const begin: { id: number; from: number }[] = []
  for (let id = 1; id < count; id++) {
    const line = table.slice(head[0].length + id * 20, head[0].length + id * 20 + 18)
    if (!/^\d{10} 00000 n/.test(line)) return undefined
    begin.push({ id, from: Number(line.slice(0, 10)) })
  }
  begin.sort((a, b) => a.from - b.from)
  return new Map(
    begin.map(({ id, from }, i) => [id, { from, to: begin[i + 1]?.from ?? Number(at) }]),
  )
}

/**
 * The pages of a paper that the compiler made, with all that they show and nothing of the tags, which
 * are four fifths of the objects: read through the file's own table instead of from its first byte
 * to the last. None, if the file is not of that plain form; throws where it only looks like it.
 */
export function ownPages(
  bytes: Uint8Array,
): { context: PDFContext; pages: PDFPageLeaf[] } | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const table = offsets(file)
  if (table === undefined) return undefined
  const context = PDFContext.create()

  function read(ref: PDFRef): PDFObject {
    const known = context.lookup(ref)
    if (known !== undefined) return known
    const place = table?.get(ref.objectNumber)
    if (place === undefined) throw new Error('an object is missing')
    const head = `${String(ref.objectNumber)} 0 obj`
    if (file.toString('latin1', place.from, place.from + head.length) !== head)
      throw new Error('an object is not where the table says')
    const object = PDFObjectParser.forBytes(
      bytes.subarray(place.from + head.length, place.to),
      context,
    ).parseObject(ref)
    context.assign(ref, object)
    return object
  }

  /** Reads what an object names, so that copying finds it. */
  function follow(object: PDFObject): void {
    if (object instanceof PDFRef) {
      if (context.lookup(object) === undefined) follow(read(object))
    } else if (object instanceof PDFStream) follow(object.dict)
    else if (object instanceof PDFDict) for (const value of object.values()) follow(value)
    else if (object instanceof PDFArray) for (const value of object.asArray()) follow(value)
  }

  const pages: PDFPageLeaf[] = []
  function collect(ref: PDFObject | undefined): void {
    const node = ref instanceof PDFRef ? read(ref) : undefined
    if (node instanceof PDFPageTree) {
      for (const kid of node.Kids().asArray()) collect(kid)
    } else if (node instanceof PDFPageLeaf) {
      node.delete(parent)
      node.delete(structParents)
      follow(node)
      pages.push(node)
    } else throw new Error('the tree of pages is broken')
  }
  const root = /\/Root (\d+) 0 R/.exec(file.toString('latin1', file.length - 1024))?.[1]
  if (root === undefined) return undefined
  const catalog = read(PDFRef.of(Number(root)))
  const tree = catalog instanceof PDFDict ? catalog.get(PDFName.of('Pages')) : undefined
  collect(tree)
  const first = tree instanceof PDFRef ? read(tree) : undefined
  const count = first instanceof PDFDict ? first.get(PDFName.of('Count')) : undefined
  if (!(count instanceof PDFNumber) || count.asNumber() !== pages.length)
    throw new Error('the tree of pages is broken')
  // What a page inherits is lost with its parent: such files are left to the slow reader.
  const whole = pages.every(
    (page) => page.has(PDFName.of('MediaBox')) && page.has(PDFName.Resources),
  )
  return whole ? { context, pages } : undefined
}
