import { formatInstant, formatNumber } from '#domain/text/format.ts'
import { shortenName } from '#domain/text/format-person.ts'
import { isAuditAction } from './actions.ts'

/** One entry of the journal as a role may see it. */
export interface JournalEntry {
  /** Its place in the chain. */
  seq: number
  /** When it happened, UTC ISO instant. */
  at: string
  /** It was written after the clock had been set back. */
  clockBack: boolean
  action: string
  /** Name of the profile; '' where nobody was logged in. */
  by: string
  /** Initials of the person whose dossier it was; null: nobody's, gone, or not for this role. */
  person: string | null
  /** A profile or a project by its name, a rule by the key of its words. */
  about: { name: string } | { key: string } | null
  /** How many rows, contents or attempts it was about. */
  count: number | null
  /** What the sentence goes on with: why it came about, or an instant besides its own. */
  more: { key: string; at: string | null } | null
  /** Changed fields (`people:fields.firstName`); what stood in them is never shown. */
  fields: readonly string[]
}

export type Translate = (key: string, params?: Record<string, string>) => string

/** „М. Петрова отвори досието на И. П. Г.“; `t` speaks the language of the reader. */
export function sentenceOf(entry: JournalEntry, t: Translate): string {
  const { action, about, count, more } = entry
  if (!isAuditAction(action)) return t('audit:unknownAction', { by: entry.by, action })
  const text = t(`audit:did.${action}`, {
    by: entry.by === '' ? t('audit:nobody') : shortenName(entry.by),
    who: entry.person ?? t('audit:somePerson'),
    about:
      about === null ? t('audit:somethingUnnamed') : 'key' in about ? t(about.key) : about.name,
    count: count === null ? '' : formatNumber(count),
  })
  const fields = entry.fields.map((field) => t(field))
  return [
    fields.length === 0 ? text : t('audit:changedFields', { text, names: fields.join(', ') }),
    ...(more === null
      ? []
      : [t(more.key, { when: more.at === null ? '' : formatInstant(more.at) })]),
  ].join(', ')
}

/** The whole row: „21.11.2026 г., 10:42 ч. – М. Петрова отвори досието на И. П. Г.“ */
export function journalRow(entry: JournalEntry, t: Translate): string {
  return `${formatInstant(entry.at)} – ${sentenceOf(entry, t)}`
}
