import path from 'node:path'

/** Folder of the built programs, from whichever chunk this line ended up in. */
export function programDir(): string {
  const here = import.meta.dirname
  return path.basename(here) === 'chunks' ? path.dirname(here) : here
}
