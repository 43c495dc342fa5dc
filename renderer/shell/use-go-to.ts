import { useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'

/** Opens a page by its address (`/people/123`); the address carries ids only. */
export function useGoTo() {
  const router = useRouter()
  return useCallback((to: string) => void router.navigate({ to }), [router])
}
