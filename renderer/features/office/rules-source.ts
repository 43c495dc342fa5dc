import { groupOf } from '#domain/settings/groups.ts'
import { settingKeys } from '#domain/settings/catalogue.ts'
import { t } from '#renderer/shell/i18n.ts'
import {
  rowsMatching,
  type PaletteRow,
  type PaletteSource,
} from '#renderer/shell/palette-source.ts'

/** Each dated rule by its name: „Лица на един асистент“ opens its page. */
export const rulesSource: PaletteSource = {
  id: 'rules',
  kind: 'pages',
  permission: 'settings.manage',
  search: (text) => ({
    rows: rowsMatching(
      settingKeys.map((key): PaletteRow => ({
        id: `rule:${key}`,
        kind: 'pages',
        title: t(`office:rules.${key}`),
        facts: [t(`office:groups.${groupOf[key]}`)],
        to: `/settings/rules/${groupOf[key]}`,
      })),
      text,
    ),
  }),
}
