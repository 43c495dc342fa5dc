/**
 * How long nobody worked, by the clock that nobody can set: a wall clock put forward would lock who
 * types, one put back would keep the screen open for hours. It may stand still while the computer
 * sleeps; the window locks before that, and the office counts that time itself.
 */
export function idleWatch(minutes: number, now: () => number = () => performance.now()) {
  let last = now()
  return {
    seen() {
      last = now()
    },
    isOver: () => now() - last >= minutes * 60_000,
  }
}
