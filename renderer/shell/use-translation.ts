import type { TFunction } from 'i18next'
import { useTranslation as useI18next } from 'react-i18next'
import type { CountedKey, ListKey, SexedKey, TextKey } from '#locales/keys.ts'

export type Fills = Readonly<Record<string, string | number | null | undefined>>

/** Says a text in the language of the page. A key that locales/ does not hold does not compile. */
export interface Translate {
  (key: ListKey, options: { returnObjects: true }): string[]
  (key: ListKey | TextKey, options: { returnObjects: true }): string[] | string
  (key: CountedKey | TextKey, fills: Fills & { count: number }): string
  (key: SexedKey | TextKey, fills: Fills & { context: 'male' | 'female' }): string
  (key: TextKey, fills?: Fills): string
}

/** i18next's own types read every file at every call; ours are one union (locales/keys.ts). */
export const knowingKeys = (t: TFunction) => t as unknown as Translate

/** Drawn again when the language changes. */
export function useTranslation(): { t: Translate } {
  const { t } = useI18next()
  return { t: knowingKeys(t) }
}
