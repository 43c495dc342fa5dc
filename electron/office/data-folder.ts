import { homedir } from 'node:os'
import path from 'node:path'

/**
 * Where an office keeps its data when nobody says otherwise: on Windows one folder for the whole
 * machine, whoever is logged in; elsewhere the data folder of the person.
 */
export function defaultDataDir(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (platform === 'win32') {
    return path.win32.join(env.ProgramData ?? 'C:\\ProgramData', 'Opora')
  }
  const home = env.XDG_DATA_HOME
  return path.join(
    home !== undefined && home !== '' ? home : path.join(homedir(), '.local/share'),
    'opora',
  )
}

/** The folder named by `--dir D` or `--dir=D` among the arguments, made absolute. */
export function dataDirFrom(args: readonly string[]): string {
  const at = args.indexOf('--dir')
  const named =
    at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--dir='))?.slice('--dir='.length)
  return named === undefined || named === '' ? defaultDataDir() : path.resolve(named)
}
