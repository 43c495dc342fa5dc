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

/** Slow actions one after another; the key stays for who began one, also when they leave meanwhile. */
export function createSlowTurns(parts: { hold(): () => void; onEnd(): void }) {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }
  return {
    inTurn,
    held<T>(work: () => Promise<T>): Promise<T> {
      const release = parts.hold()
      return inTurn(work).finally(() => {
        release()
        parts.onEnd()
      })
    },
    /** Resolves once what runs now has ended. */
    ended: () => last.catch(() => undefined),
  }
}
