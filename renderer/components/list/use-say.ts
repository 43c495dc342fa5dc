import type { Say } from '#domain/lists/cells.ts'
import { openText } from '#renderer/shell/open-text.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'

/** The page's words for what a concept says of its list. */
export function useSay(): Say {
  // Drawn again when the language changes.
  useTranslation()
  return (key, params) => openText(key, 'common:unnamed', params)
}
