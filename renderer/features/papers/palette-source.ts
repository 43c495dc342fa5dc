import { FileText } from 'lucide-react'
import { formatRegistryNumber } from '#domain/text/format.ts'
import { client } from '#renderer/shell/client.ts'
import { t } from '#renderer/shell/i18n.ts'
import type { PaletteSource } from '#renderer/shell/palette-source.ts'
import { addressOfPaper, paperBadge } from './paper-look.ts'

/** Rows that the palette has room for. The office also finds by what stands in a name. */
const shown = 8
const asked = 60

/** Papers by the beginning of their number; names are found as people. */
export const papersSource: PaletteSource = {
  id: 'papers',
  kind: 'papers',
  permission: 'papers.read',
  search: async (text, signal) => {
    if (!/\d/u.test(text)) return { rows: [] }
    const { rows } = await client.papers.list(
      { text: text.slice(0, 60), offset: 0, limit: asked },
      { signal },
    )
    const typed = text.toLocaleLowerCase('bg')
    const found = rows.filter(({ number }) => number.toLocaleLowerCase('bg').startsWith(typed))
    return {
      rows: found.slice(0, shown).map((paper) => ({
        id: `paper-${paper.id}`,
        kind: 'papers' as const,
        title: `${t(`papers:kindTitle.${paper.kind}`)} ${formatRegistryNumber(paper.number, paper.paperDate)}`,
        facts: [paper.personName],
        status: paperBadge(paper.status),
        icon: FileText,
        to: addressOfPaper(paper),
      })),
    }
  },
}
