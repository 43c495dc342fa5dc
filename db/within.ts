/** A network folder that is away may keep one waiting for a minute, and some wait for ever. */
const patienceMs = 2_000

/** What the work comes to, or `otherwise` where it fails or takes longer. */
export async function within<T>(work: Promise<T>, otherwise: T, ms = patienceMs): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => {
      resolve(otherwise)
    }, ms)
  })
  try {
    return await Promise.race([work.catch(() => otherwise), late])
  } finally {
    clearTimeout(timer)
  }
}
