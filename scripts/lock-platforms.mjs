/**
 * npm leaves optional packages of other systems out of the lock file when the registry does not show
 * them, and then `npm ci` fails, or a Windows machine lacks its binary. So: every optional dependency
 * that a package of the lock names has an entry in the lock.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * @param {{ packages: Record<string, { optionalDependencies?: Record<string, string> }> }} lock
 * @returns {string[]} what is named and has no entry
 */
export function missingOptionalPackages(lock) {
  const missing = []
  for (const [place, entry] of Object.entries(lock.packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!isInLock(lock.packages, place, name)) missing.push(`${place || '(root)'} → ${name}`)
    }
  }
  return missing
}

/** npm looks for a package beside its user, then in each folder further out. */
function isInLock(packages, place, name) {
  for (
    let folder = place;
    ;
    folder = folder.slice(0, folder.lastIndexOf('node_modules')).replace(/\/$/, '')
  ) {
    const candidate = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
    if (candidate in packages) return true
    if (folder === '') return false
  }
}

if (import.meta.main) {
  const file = path.join(import.meta.dirname, '../package-lock.json')
  const missing = missingOptionalPackages(JSON.parse(readFileSync(file, 'utf8')))
  for (const line of missing) console.error(`package-lock.json has no entry for ${line}`)
  if (missing.length === 0)
    console.log('Every optional package has its entry in package-lock.json.')
  process.exitCode = missing.length === 0 ? 0 : 1
}
