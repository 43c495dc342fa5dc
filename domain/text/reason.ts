import type { Problem } from '#domain/problems/schema.ts'

/** Letters that a reason has at least, counted once each: no two words of the language have fewer. */
const differentLetters = 5

/**
 * A reason is read by somebody later: it is as long as the office asks, and it has words. Letters
 * held down, one word again and again, or signs alone are none.
 */
export function isReason(reason: string, min: number): boolean {
  const text = reason.trim()
  if (text.length < min) return false
  const words = text.toLowerCase().match(/\p{L}{2,}/gu) ?? []
  return (
    new Set(words).size >= 2 &&
    new Set(words.join('')).size >= differentLetters &&
    !words.some((word) => /(\p{L})\1{3}/u.test(word))
  )
}

/** Every reason of the program is judged here; undefined = it stands. */
export function reasonProblem(reason: string, min: number, field = 'reason'): Problem | undefined {
  return isReason(reason, min)
    ? undefined
    : { code: 'reasonTooShort', path: [field], params: { min } }
}
