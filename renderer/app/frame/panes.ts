/** Remembers where in each pane one was, so that F6 comes back to the same place. */
const lastIn = new WeakMap<Element, HTMLElement>()

document.addEventListener('focusin', (event) => {
  const target = event.target
  if (!(target instanceof HTMLElement)) return
  const pane = target.closest('[data-pane]')
  if (pane && pane !== target) lastIn.set(pane, target)
})

/** F6 and Shift+F6: to the next or previous pane, at the place one left it. */
export function movePane(by: 1 | -1) {
  // A page of several blocks („Днес“) is left block by block, not as a whole.
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.getClientRects().length > 0 && !pane.querySelector('[data-pane]'),
  )
  if (panes.length === 0) return
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const start = at === -1 ? (by === 1 ? -1 : 0) : at
  const next = panes[(start + by + panes.length) % panes.length]
  if (!next) return
  const kept = lastIn.get(next)
  // What is not drawn (the ☰ of small windows) takes no focus and would leave it on the page's body.
  const first = [...next.querySelectorAll<HTMLElement>('a, button, input, [tabindex="0"]')].find(
    (one) => one.checkVisibility({ visibilityProperty: true }),
  )
  const place = kept?.isConnected && kept.checkVisibility() ? kept : (first ?? next)
  place.focus()
}
