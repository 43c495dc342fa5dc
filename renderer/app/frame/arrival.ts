import { useLocation, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/** How long a page may take to show its own first place before its title takes the keys. */
const TITLE_AFTER_MS = 400

/** How long a page may take to put the keys elsewhere after what had them is gone. */
const RESCUE_AFTER_MS = 150

/**
 * The first that can be seen: while a page waits for its parts, the one that was left still stands
 * there, hidden, with its title and its first place, and would take no focus.
 */
const shownIn = (main: HTMLElement, selector: string) =>
  [...main.querySelectorAll<HTMLElement>(selector)].find((one) => one.checkVisibility())

const titleOf = (main: HTMLElement) => shownIn(main, '[data-page-title]')

/** What a page marks as its first place by `data-arrival`: itself, or the first link within. */
function arrivalPlace(main: HTMLElement): HTMLElement | undefined {
  const marked = shownIn(main, '[data-arrival]')
  if (!marked) return undefined
  return marked.tabIndex >= 0 ? marked : (marked.querySelector<HTMLElement>('a') ?? undefined)
}

/**
 * Where the keys are after one has come to a page: in the form that took them, at the place the
 * page marks by `data-arrival` as soon as it is there, else on the title; never on the body.
 * Whoever has already gone on, into the header or a menu, is left there.
 */
export function useArrival() {
  const { pathname } = useLocation()
  const shown = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname })
  const left = useRef<Element | null>(null)
  useEffect(() => {
    left.current = document.activeElement
  }, [pathname])

  useEffect(() => {
    const main = document.getElementById('main')
    if (!main) return
    const free = () => {
      const now = document.activeElement
      if (!now || now === document.body || now === main) return true
      return main.contains(now) ? now.matches('[data-page-title]') : now === left.current
    }
    // A layer over the page keeps the keys until it goes.
    const covered = () => document.activeElement?.closest('[role=dialog]') != null
    const stop = () => {
      clearTimeout(timer)
      observer.disconnect()
      document.removeEventListener('focusin', arrive)
    }
    const arrive = () => {
      if (covered()) return
      const place = free() ? arrivalPlace(main) : undefined
      if (free() && !place) {
        // A page that came late announces itself all the same.
        if (late && document.activeElement === main) titleOf(main)?.focus()
        return
      }
      // The page left still stands with the link that was pressed: what comes after it decides.
      if (!place && document.activeElement === left.current) return
      stop()
      place?.focus()
    }
    const observer = new MutationObserver(arrive)
    // By its style what was hidden meanwhile is shown again.
    const attributeFilter = ['data-arrival', 'style']
    observer.observe(main, { subtree: true, childList: true, attributeFilter })
    document.addEventListener('focusin', arrive)
    let late = false
    const timer = setTimeout(() => {
      late = true
      if (free()) (titleOf(main) ?? main).focus()
    }, TITLE_AFTER_MS)
    arrive()
    return stop
  }, [shown])
}

/**
 * A button that has done its work and goes takes the focus with it, and the next Tab would begin at
 * the top of the window: the keys go to the page's first place or to its title instead.
 */
export function useRescuedFocus() {
  useEffect(() => {
    const main = document.getElementById('main')
    if (!main) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let frame = 0
    /** The title, for want of a first place that is still on its way. */
    let makeshift: Element | null = null
    const rescue = () => {
      timer = undefined
      const now = document.activeElement
      if (now !== null && now !== document.body && now !== makeshift) return
      const place = arrivalPlace(main)
      makeshift = place ? null : (titleOf(main) ?? null)
      const target = place ?? titleOf(main)
      if (target !== now) target?.focus({ preventScroll: true })
    }
    const observer = new MutationObserver(() => {
      // Behind the next frame: on a slow machine what the page itself does in one may come later than that.
      timer ??= setTimeout(() => {
        frame = requestAnimationFrame(rescue)
      }, RESCUE_AFTER_MS)
    })
    observer.observe(main, { subtree: true, childList: true, attributeFilter: ['data-arrival'] })
    return () => {
      clearTimeout(timer)
      cancelAnimationFrame(frame)
      observer.disconnect()
    }
  }, [])
}
