/** One figure: what was measured, against which floor of the same run, and what is hoped for. */
export interface Figure {
  name: string
  value: number
  unit: 'ms' | 'MB' | '×'
  floor?: { name: string; value: number }
  /** Highest ratio to the floor, or highest value in the unit (a budget: printed, never asserted). */
  target: number
  kind: 'ratio' | 'budget'
}

export function percentile(samples: readonly number[], part: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN
}
export const median = (samples: readonly number[]): number => percentile(samples, 0.5)
export const p95 = (samples: readonly number[]): number => percentile(samples, 0.95)

/** Milliseconds of each call, the first `warm` ones left out. */
export async function time(
  count: number,
  work: (index: number) => unknown,
  warm = 20,
): Promise<number[]> {
  return (await inTurn(count, { work }, warm)).work
}

/** The same for several kinds of work, one call of each in turn: what else the machine does hits all alike. */
export async function inTurn<K extends string>(
  count: number,
  kinds: Record<K, (index: number) => unknown>,
  warm = 20,
): Promise<Record<K, number[]>> {
  const all = Object.entries(kinds) as [K, (index: number) => unknown][]
  const samples = Object.fromEntries(all.map(([name]) => [name, []])) as unknown as Record<
    K,
    number[]
  >
  for (let index = -warm; index < count; index++)
    for (const [name, work] of all) {
      const begun = performance.now()
      await work(Math.abs(index))
      const spent = performance.now() - begun
      if (index >= 0) samples[name].push(spent)
    }
  return samples
}

export function ratioOf(figure: Figure): number {
  return figure.kind === 'ratio' && figure.floor ? figure.value / figure.floor.value : figure.value
}

/** One line a figure: value, floor, ratio, target, and whether it is met. */
export function line(figure: Figure): string {
  const { name, value, unit, floor, target, kind } = figure
  const reached = ratioOf(figure)
  const against = floor ? `  ${floor.name} ${round(floor.value)} ${unit}` : ''
  const judged =
    kind === 'ratio'
      ? `${round(reached)} × (≤ ${round(target)} ×)`
      : `budget ${round(target)} ${unit}`
  return `${reached <= target ? 'met   ' : 'MISSED'}  ${name}: ${round(value)} ${unit}${against}  ${judged}`
}

function round(n: number): string {
  return n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2)
}
