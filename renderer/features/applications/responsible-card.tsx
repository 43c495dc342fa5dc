import { useQuery } from '@tanstack/react-query'
import { orpc } from '#renderer/shell/client.ts'
import { Responsible } from './responsible.tsx'

/** In the dossier: who answers for the case that is under way, or was the last. */
export default function ResponsibleCard({ personId }: { personId: string }) {
  const { data } = useQuery(orpc.applications.responsible.queryOptions({ input: { personId } }))
  return data ? <Responsible whose={data} /> : null
}
