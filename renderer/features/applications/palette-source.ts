import { Inbox } from 'lucide-react'
import { formatFullName } from '#domain/text/format-person.ts'
import { formatDate } from '#domain/text/format.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { t } from '#renderer/shell/i18n.ts'
import type { PaletteSource } from '#renderer/shell/palette-source.ts'
import { stateLook } from './state-badge.tsx'

/** Applications by the beginning of their вх. №; names are found as people. */
export const applicationsSource: PaletteSource = {
  id: 'applications',
  kind: 'papers',
  permission: 'applications.read',
  search: async (text, signal) => {
    if (!/\d/u.test(text)) return { rows: [] }
    const found = await client.applications.list(
      { text: text.slice(0, 60), offset: 0, limit: 6 },
      { signal },
    )
    return {
      rows: found.rows
        .filter((row) => row.entryNumber.startsWith(text))
        .map((row) => ({
          id: `application-${row.id}`,
          kind: 'papers' as const,
          title: t('applications:palette', { number: row.entryNumber }),
          facts: [formatDate(row.entryDate), formatFullName(row)],
          status: { ...stateLook[row.state], word: t(`applications:state.${row.state}`) },
          icon: Inbox,
          to: addressOf(routes.application, row.id),
        })),
    }
  },
}
