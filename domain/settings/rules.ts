import type { Problem, Verdict } from '#domain/problems/schema.ts'
import { isSettingKey, settingCatalogue } from './catalogue.ts'
import type { Certainty, SettingDefinition, SettingKey, SettingValue } from './catalogue.ts'

/** One dated value that the office has set. `value` is plain JSON; `validFrom` is a civil date. */
export interface DatedSetting {
  key: string
  value: unknown
  validFrom: string
  /** Why or by which order the office set it. */
  source?: string | null
}

export interface SettingOnDate<T> {
  value: T
  /** First day it holds; null = the program's default. */
  validFrom: string | null
  source: string | null
  certainty: Certainty | null
}

/**
 * The value of a setting on a civil date, with where it comes from: the latest dated value that has
 * begun, otherwise the default. Of two values from the same day the later in the list wins (a
 * correction). A stored value that no longer fits the type is passed over, never trusted.
 */
export function settingOn<K extends SettingKey>(
  settings: readonly DatedSetting[],
  key: K,
  date: string,
): SettingOnDate<SettingValue<K>> {
  const definition = settingCatalogue[key] as unknown as SettingDefinition<SettingValue<K>>
  let found: SettingOnDate<SettingValue<K>> | undefined
  for (const setting of settings) {
    if (setting.key !== key || setting.validFrom > date) continue
    if (found?.validFrom && setting.validFrom < found.validFrom) continue
    const parsed = definition.schema.safeParse(setting.value)
    if (!parsed.success) continue
    found = {
      value: parsed.data,
      validFrom: setting.validFrom,
      source: setting.source ?? null,
      certainty: null,
    }
  }
  return (
    found ?? {
      value: definition.default,
      validFrom: null,
      source: definition.source,
      certainty: definition.certainty,
    }
  )
}

/** The bare value of a setting on a civil date; see `settingOn`. */
export function valueOn<K extends SettingKey>(
  settings: readonly DatedSetting[],
  key: K,
  date: string,
): SettingValue<K> {
  return settingOn(settings, key, date).value
}

/** May this value be stored under this key? */
export function checkSetting(key: string, value: unknown): Verdict<{ value: unknown }> {
  if (!isSettingKey(key))
    return { ok: false, problems: [{ code: 'settingUnknown', path: ['key'] }] }
  const parsed = settingCatalogue[key].schema.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data }
  const problems: Problem[] = parsed.error.issues.map((issue) => ({
    code: issue.code === 'invalid_type' ? 'settingWrongType' : issue.message,
    path: ['value'],
  }))
  return { ok: false, problems }
}
