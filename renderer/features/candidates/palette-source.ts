import { UserPlus } from 'lucide-react'
import { formatFullName } from '#domain/text/format-person.ts'
import { formatDate, formatRegistryNumber } from '#domain/text/format.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { t } from '#renderer/shell/i18n.ts'
import type { PaletteSource } from '#renderer/shell/palette-source.ts'
import { candidateLook } from './state-badge.tsx'

/** Candidates by the beginning of their вх. №; names are found as people. */
export const candidatesSource: PaletteSource = {
  id: 'candidates',
  kind: 'papers',
  permission: 'candidates.read',
  search: async (text, signal) => {
    if (!/\d/u.test(text)) return { rows: [] }
    const found = await client.candidates.list(
      { text: text.slice(0, 60), offset: 0, limit: 6 },
      { signal },
    )
    return {
      rows: found.rows
        .filter((row) => row.entryNumber.startsWith(text))
        .map((row) => ({
          id: `candidate-${row.id}`,
          kind: 'papers' as const,
          title: t('candidates:heading', { number: formatRegistryNumber(row.entryNumber) }),
          facts: [formatDate(row.entryDate), formatFullName(row)],
          status: { ...candidateLook[row.state], word: t(`candidates:state.${row.state}`) },
          icon: UserPlus,
          to: addressOf(routes.candidate, row.id),
        })),
    }
  },
}
