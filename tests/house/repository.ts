import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.join(import.meta.dirname, '../..')

let listed: string[] | undefined

/** Every file that is, or would be, in the repository; forward slashes. */
export function repositoryFiles(): string[] {
  return (listed ??= spawnSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
    .stdout.split('\0')
    .filter((file) => file !== ''))
}

/** Files that git has taken in, whatever .gitignore says of them. */
export function trackedFiles(): string[] {
  return spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
    .stdout.split('\0')
    .filter((file) => file !== '')
}

export function readText(file: string): string {
  return readFileSync(path.join(root, file), 'utf8')
}

/** The sentences of one language: 'people:title' → text. */
export function readLocale(language: 'bg' | 'en'): Map<string, string> {
  const sentences = new Map<string, string>()
  const prefix = `locales/${language}/`
  for (const file of repositoryFiles()) {
    if (!file.startsWith(prefix) || !file.endsWith('.json')) continue
    const namespace = file.slice(prefix.length, -'.json'.length)
    collect(JSON.parse(readText(file)) as Tree, `${namespace}:`, sentences)
  }
  return sentences
}

type Tree = string | { [key: string]: Tree }

function collect(tree: Tree, key: string, into: Map<string, string>): void {
  if (typeof tree === 'string') {
    into.set(key, tree)
    return
  }
  for (const [name, below] of Object.entries(tree)) {
    collect(below, key.endsWith(':') ? `${key}${name}` : `${key}.${name}`, into)
  }
}
