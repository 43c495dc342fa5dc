/** Repeatable chance: the same seed gives the same office (mulberry32). */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number
  /** Whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number
  pick<T>(from: readonly T[]): T
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean
  shuffled<T>(from: readonly T[]): T[]
  /** `count` different ones, in the order of the list. */
  some<T>(from: readonly T[], count: number): T[]
  /** A stream of its own, so that what one person draws does not move the others. */
  branch(name: string): Random
}

function hashOf(text: string): number {
  let hash = 2166136261
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619)
  return hash >>> 0
}

export function createRandom(seed: string): Random {
  let state = hashOf(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const shuffled = <T>(from: readonly T[]): T[] => {
    const result = [...from]
    for (let i = result.length - 1; i > 0; i--) {
      const j = whole(0, i)
      const [a, b] = [result[i] as T, result[j] as T]
      result[i] = b
      result[j] = a
    }
    return result
  }
  return {
    next,
    whole,
    pick: (from) => {
      if (from.length === 0) throw new Error('nothing to pick from')
      return from[whole(0, from.length - 1)] as (typeof from)[number]
    },
    chance: (percent) => next() * 100 < percent,
    shuffled,
    some: (from, count) => {
      const chosen = new Set(shuffled(from.map((_, index) => index)).slice(0, count))
      return from.filter((_, index) => chosen.has(index))
    },
    branch: (name) => createRandom(`${seed}/${name}`),
  }
}
