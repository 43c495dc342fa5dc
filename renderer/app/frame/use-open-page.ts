import { useMatches } from '@tanstack/react-router'
import type { Page } from '#renderer/shell/feature.ts'

/** The page that is open now, with its group and help. */
export function useOpenPage(): Page | undefined {
  return useMatches().at(-1)?.staticData.page
}

/** The person whose dossier is open, for „Ново…“. */
export function useOpenPerson(): string | undefined {
  const params = useMatches().at(-1)?.params as Record<string, string> | undefined
  return params?.['personId']
}
