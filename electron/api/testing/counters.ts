export interface Counter {
  value: number
}

const all: { counter: Counter; first: number }[] = []

/** Numbers of what tests invent. */
export function counterFrom(first: number): Counter {
  const counter = { value: first }
  all.push({ counter, first })
  return counter
}

/** As in a process of one's own: what a test invents does not hang on the tests that were before it. */
export function beginAnew(): void {
  for (const { counter, first } of all) counter.value = first
}
