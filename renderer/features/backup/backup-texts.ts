import { CircleAlert, CircleCheck, CircleX } from 'lucide-react'
import type { CopyState } from '#domain/backup/schema.ts'
import { formatInstant } from '#domain/text/format.ts'
import type { Translate } from '#renderer/shell/use-translation.ts'
import type { StatusBadgeProps } from '#renderer/components/display/status-badge.tsx'
import type { Outputs } from '#electron/api/router.ts'

export type Overview = Outputs['backup']['overview']
export type Drive = Outputs['backup']['drives'][number]
export type CopyLine = Overview['media'][number]['copies'][number]

const looks = {
  ok: { tone: 'ok', icon: CircleCheck },
  warn: { tone: 'warn', icon: CircleAlert },
  bad: { tone: 'bad', icon: CircleX },
} as const

export type Light = Pick<Overview['light'], 'light' | 'daysAgo' | 'last'>

/** Tone, icon and word of the light; without any verified copy it says that there is none. */
export function lightBadge(t: Translate, { light, last }: Light): StatusBadgeProps {
  return { ...looks[light], word: t(`backup:light.word.${last ? light : 'none'}`) }
}

export function agoText(t: Translate, daysAgo: number | null): string {
  return daysAgo === null ? t('backup:agoUnknown') : t('backup:ago', { count: daysAgo })
}

/** „Последно проверено копие: 20.11.2026 г., 16:20 ч. – носител АРХИВ-2 (преди 1 ден)“ */
export function lastText(t: Translate, { last, daysAgo }: Light): string {
  if (!last) return t('backup:lastNone')
  return t('backup:last', {
    at: formatInstant(last.createdAt),
    medium: last.mediumName,
    ago: agoText(t, daysAgo),
  })
}

const stateLooks = { verified: looks.ok, written: looks.warn, failed: looks.bad } as const

export function stateBadge(t: Translate, state: CopyState): StatusBadgeProps {
  return { ...stateLooks[state], word: t(`backup:states.${state}`) }
}

/** A drive by the name the office gave it, else its label, else its letter. */
export function driveName(t: Translate, drive: Drive): string {
  if (drive.medium) return drive.medium.name
  return t('backup:driveNew', {
    name: drive.label || t('backup:driveUnnamed', { place: drive.place }),
  })
}
