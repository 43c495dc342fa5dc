import texts from '#locales/bg/desktop.json' with { type: 'json' }

/** Before it, removing and copying on Windows failed in silence where a path has Cyrillic letters. */
const oldest = [24, 15] as const

/** Why the program does not start on this Node; undefined: it does. */
export function oldNodeLine(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [wantedMajor, wantedMinor] = oldest
  const isOld = major < wantedMajor || (major === wantedMajor && minor < wantedMinor)
  return isOld ? texts.nodeTooOld.replace('{{version}}', version) : undefined
}

/** The first call of every program: ends it with one plain line. */
export function expectNode(): void {
  const line = oldNodeLine(process.versions.node)
  if (line === undefined) return
  process.stderr.write(`${line}\n`)
  process.exit(1)
}
