import type { SettingKey, SettingValue } from '#domain/settings/catalogue.ts'
import { valueOn } from '#domain/settings/rules.ts'
import type { Db } from '#db/connection.ts'
import { settingOn } from '#db/queries/settings.ts'

/** The rule that holds on a civil date: the office's own value, otherwise the default with its source. */
export function settingValue<K extends SettingKey>(db: Db, key: K, date: string): SettingValue<K> {
  const own = settingOn(db, key, date)
  return valueOn(own ? [{ key, ...own }] : [], key, date)
}
