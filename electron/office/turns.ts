/** One long reading at a time: each has a thread and the whole disk for itself. */
export function takeTurns() {
  let last: Promise<void> = Promise.resolve()
  return async function* <T>(begin: () => AsyncGenerator<T>): AsyncGenerator<T> {
    const before = last
    let end = () => {}
    last = new Promise((resolve) => {
      end = resolve
    })
    try {
      await before
      yield* begin()
    } finally {
      end()
    }
  }
}
