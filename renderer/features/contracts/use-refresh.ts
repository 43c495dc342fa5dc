import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { refreshPapers } from '#renderer/features/papers/print-panel.tsx'

/** Reads again what a step of a contract changes: its page, papers, the dossier, the lists. */
export function useRefreshContracts(): () => Promise<void> {
  const queries = useQueryClient()
  return useCallback(() => refreshPapers(queries), [queries])
}
