import { useEffect } from 'react'
import { createStore, useStore } from './store.ts'

const shown = createStore({ page: '', faults: 0 })

/** Names the window: initials only on personal pages, because titles show in the taskbar. */
export function usePageTitle(page: string) {
  useEffect(() => {
    shown.set((now) => ({ ...now, page }))
  }, [page])
}

/** The title of the page that is open, without the program's name. */
export const pageTitle = () => shown.get().page

/** „(3) “ before the title while a form has that many things to put right. */
export function useTitleFaults(faults: number) {
  useEffect(() => {
    shown.set((now) => ({ ...now, faults }))
    return () => {
      shown.set((now) => ({ ...now, faults: 0 }))
    }
  }, [faults])
}

/** Writes the window title: page and program. */
export function useWindowTitle(program: string) {
  const { page, faults } = useStore(shown)
  useEffect(() => {
    const title = page ? `${page} – ${program}` : program
    document.title = faults > 0 ? `(${String(faults)}) ${title}` : title
  }, [page, faults, program])
}
