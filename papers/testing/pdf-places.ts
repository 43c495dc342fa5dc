import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A piece of text where it stands on its page, in millimetres from the left and lower edge. */
export interface PlacedText {
  page: number
  text: string
  left: number
  right: number
  /** Where its line stands. */
  bottom: number
  top: number
  /** Written across the page, as „ПРОЕКТ“ is. */
  slanted: boolean
}

const mm = (points: number) => (points * 25.4) / 72

/** Every piece of text of a PDF with its place, as the viewer of the program reads it. */
export async function placedTexts(bytes: Uint8Array): Promise<PlacedText[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 })
  const document = await task.promise
  const found: PlacedText[] = []
  for (let page = 1; page <= document.numPages; page++) {
    const { items } = await (await document.getPage(page)).getTextContent()
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const [, slant, , height, left, bottom] = item.transform as [
        number,
        number,
        number,
        number,
        number,
        number,
      ]
      found.push({
        page,
        text: item.str,
        left: mm(left),
        right: mm(left + item.width),
        bottom: mm(bottom),
        top: mm(bottom + height),
        slanted: slant !== 0,
      })
    }
  }
  await task.destroy()
  return found
}
