/** How many pages a PDF of the paper compiler has: the `/Count` of its page tree's root. */
export function pageCount(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const counts = [...text.matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)/g)].map((m) =>
    Number(m[1]),
  )
  // Branches count their own pages only; the root has them all.
  return counts.length === 0 ? 0 : Math.max(...counts)
}
