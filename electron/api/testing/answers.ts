/** Everything a job tells, to its end. */
export async function eventsOf<T>(
  stream: Promise<AsyncIterable<T>> | AsyncIterable<T>,
): Promise<T[]> {
  const events: T[] = []
  for await (const event of await stream) events.push(event)
  return events
}

export interface Refusal {
  code: string
  data: Record<string, unknown>
}

/** The typed error that a call is refused with. */
export function refusal(work: Promise<unknown>): Promise<Refusal> {
  return work.then(
    () => {
      throw new Error('was not refused')
    },
    (error: unknown) => error as Refusal,
  )
}
