/** Everything a job tells, to its end. */
export async function eventsOf<T>(
  stream: Promise<AsyncIterable<T>> | AsyncIterable<T>,
): Promise<T[]> {
  const events: T[] = []
  for await (const event of await stream) events.push(event)
  return events
}
