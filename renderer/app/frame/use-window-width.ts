import { useSyncExternalStore } from 'react'

const subscribe = (listener: () => void) => {
  window.addEventListener('resize', listener)
  return () => {
    window.removeEventListener('resize', listener)
  }
}

/** Width of the window in CSS pixels: halves at 200 % zoom. */
export const useWindowWidth = () => useSyncExternalStore(subscribe, () => window.innerWidth)
