import { useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import { underWay } from './refresh.ts'

/** Opens a page by its address (`/people/123`); the address carries ids only. */
export function useGoTo() {
  const router = useRouter()
  return useCallback(
    /** `replace`: „Назад“ does not come back to the page that is left. */
    (to: string, { replace = false } = {}) => {
      underWay(router.navigate({ to, replace }))
    },
    [router],
  )
}
