import { useParams } from '@tanstack/react-router'

/** The ids in the address of the open page. Routes are registered at run time, so all are optional. */
export function useRouteParams(): Readonly<Partial<Record<string, string>>> {
  return useParams({ strict: false })
}
