import type { MethodologyItem, MethodologyOption } from './schema.ts'

/** What the points typed so far come to in one row of the sheet. */
type TypedPoints =
  | { kind: 'answer'; option: MethodologyOption }
  /** More answers begin with these digits; Enter takes `option`, where one has just these points. */
  | { kind: 'more'; option: MethodologyOption | null }
  | { kind: 'none' }
  /** More than one answer is worth as much: a figure does not say which. */
  | { kind: 'several' }

/**
 * A row is answered by the points that stand on the paper, never by the place of an answer: who types
 * 2 gives 2 points, or is told that there is no such answer.
 */
export function typedPoints(item: Pick<MethodologyItem, 'options'>, digits: string): TypedPoints {
  const written = ({ points }: MethodologyOption) => String(points)
  const [option = null, ...others] = item.options.filter((one) => written(one) === digits)
  const longer = item.options.some(
    (one) => written(one).startsWith(digits) && written(one).length > digits.length,
  )
  if (others.length > 0) return { kind: 'several' }
  if (longer) return { kind: 'more', option }
  return option ? { kind: 'answer', option } : { kind: 'none' }
}
