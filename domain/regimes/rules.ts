import type { Verdict } from '#domain/problems/schema.ts'
import { settingOn } from '#domain/settings/rules.ts'
import type { DatedSetting } from '#domain/settings/rules.ts'
import { regimeVersions, services } from './regimes-data.ts'
import type { RegimeId, RegimeLimits, RegimeVersion, Service, ServiceId } from './catalogue.ts'

/** The version of a regime that holds on a civil date; undefined before the first one. */
export function regimeOn(
  id: RegimeId,
  date: string,
  versions: readonly RegimeVersion[] = regimeVersions,
): RegimeVersion | undefined {
  return versions
    .filter((version) => version.id === id && version.validFrom <= date)
    .reduce<RegimeVersion | undefined>(
      (latest, version) => (latest && latest.validFrom > version.validFrom ? latest : version),
      undefined,
    )
}

/** The regime to work with, or why not: `regimeNotInForce`, `regimeNotBuilt`. */
export function openRegime(
  id: RegimeId,
  date: string,
  versions: readonly RegimeVersion[] = regimeVersions,
): Verdict<{ regime: RegimeVersion }> {
  const regime = regimeOn(id, date, versions)
  if (!regime) return { ok: false, problems: [{ code: 'regimeNotInForce', path: ['regime'] }] }
  if (!regime.built) return { ok: false, problems: [{ code: 'regimeNotBuilt', path: ['regime'] }] }
  return { ok: true, regime }
}

/**
 * Limits of a regime on a civil date, minutes. The office's own dated daily limit, where it has set
 * one, goes before the one the program is delivered with.
 */
export function limitsOn(
  id: RegimeId,
  date: string,
  settings: readonly DatedSetting[],
  versions: readonly RegimeVersion[] = regimeVersions,
): RegimeLimits | undefined {
  const regime = regimeOn(id, date, versions)
  if (!regime) return undefined
  const daily = settingOn(settings, 'dailyMaxMinutes', date)
  return daily.validFrom === null || regime.limits.dailyMaxMinutes === null
    ? regime.limits
    : { ...regime.limits, dailyMaxMinutes: daily.value }
}

export function serviceById(id: ServiceId): Service {
  const service = services.find((known) => known.id === (id as string))
  if (!service) throw new Error(`service ${id} is not in the catalogue`)
  return service
}
