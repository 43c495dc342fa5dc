import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { orpc } from '#renderer/shell/client.ts'

/** Reads again what an assessment changes: its pages, the application, the dossier, the lists. */
export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient()
  return useCallback(async () => {
    for (const queryKey of [
      orpc.applications.key(),
      orpc.cases.key(),
      orpc.papers.key(),
      orpc.people.key(),
      orpc.today.key(),
      ['applications'],
      ['assessments'],
      ['people'],
    ])
      void queries.invalidateQueries({ queryKey })
    await queries.invalidateQueries({ queryKey: orpc.assessments.key() })
  }, [queries])
}
