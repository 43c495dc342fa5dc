/** Where somebody stands among the others. */
export interface Place {
  place: number
  /** Others have as many points: people decide, the program only shows it. */
  tied: boolean
}

/**
 * Places by points, most first; who has as many stands on the same place, and the next one is as much
 * further. Without points there is no place.
 */
export function placesOf(
  rows: readonly { id: string; points: number | null }[],
): Map<string, Place> {
  const given = rows.flatMap(({ id, points }) => (points === null ? [] : [{ id, points }]))
  return new Map(
    given.map(({ id, points }) => [
      id,
      {
        place: 1 + given.filter((other) => other.points > points).length,
        tied: given.some((other) => other.id !== id && other.points === points),
      },
    ]),
  )
}
