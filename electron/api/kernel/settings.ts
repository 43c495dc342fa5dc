import type { SettingKey, SettingValue } from '#domain/settings/catalogue.ts'
import { valueOn, type DatedSetting } from '#domain/settings/rules.ts'
import type { Db } from '#db/connection.ts'
import { settingHistory, settingOn } from '#db/queries/settings.ts'

/** The rule that holds on a civil date: the office's own value, otherwise the default with its source. */
export function settingValue<K extends SettingKey>(db: Db, key: K, date: string): SettingValue<K> {
  const own = settingOn(db, key, date)
  return valueOn(own ? [{ key, ...own }] : [], key, date)
}

/** Own values of these rules, oldest first and corrections after what they correct. */
export function datedSettings(db: Db, keys: readonly SettingKey[]): DatedSetting[] {
  return keys.flatMap((key) =>
    settingHistory(db, key)
      .toReversed()
      .map(({ value, validFrom, source }) => ({
        key,
        value: JSON.parse(value) as unknown,
        validFrom,
        source,
      })),
  )
}
