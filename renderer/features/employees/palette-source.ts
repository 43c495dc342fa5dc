import { IdCard } from 'lucide-react'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { t } from '#renderer/shell/i18n.ts'
import type { PaletteSource } from '#renderer/shell/palette-source.ts'
import { employeeBadge } from './employee-look.ts'

/** The team by parts of a name, for Ctrl+K: as a person everybody is found beside, this opens their work. */
export const employeesSource: PaletteSource = {
  id: 'employees',
  kind: 'people',
  permission: 'employments.read',
  search: async (text, signal) => {
    if (text.trim().length < 2) return { rows: [] }
    const found = await client.employees.list(
      { text: text.slice(0, 60), offset: 0, limit: 4 },
      { signal },
    )
    return {
      rows: found.rows.map((row) => ({
        id: `employee-${row.id}`,
        kind: 'people' as const,
        title: row.name,
        facts: [t('employees:palette'), row.position],
        status: employeeBadge(row.state),
        icon: IdCard,
        to: addressOf(routes.employee, row.id),
      })),
    }
  },
}
