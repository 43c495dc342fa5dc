import './environment.ts'
import { expectNode } from '#electron/office/node-version.ts'
import texts from '#locales/bg/cli.json' with { type: 'json' }
import { CommandFailed } from './failure.ts'

/**
 * `opora …`: the same procedures as the page, for the person who keeps the computers. Exit code 0
 * and nothing else on success besides what was asked for; otherwise 1 and one plain line. Commands
 * are loaded when named, so that `opora help` starts no database.
 */
const commands: Record<string, () => Promise<{ run: (args: string[]) => Promise<void> }>> = {
  backup: () => import('./commands/backup.ts'),
  demo: () => import('./commands/demo.ts'),
  help: () => import('./commands/help.ts'),
  list: () => import('./commands/list.ts'),
  people: () => import('./commands/people.ts'),
  print: () => import('./commands/print.ts'),
  rekey: () => import('./commands/rekey.ts'),
  restore: () => import('./commands/restore.ts'),
  server: () => import('./commands/server.ts'),
  verify: () => import('./commands/verify.ts'),
}

/** Runs one command; returns the exit code. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = args
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  try {
    if (!command) throw new CommandFailed(texts.noCommand.replace('{{name}}', name))
    await (await command()).run(rest)
    return 0
  } catch (error) {
    const { plainLine } = await import('./plain-line.ts')
    process.stderr.write(`${plainLine(error, rest)}\n`)
    return 1
  }
}

// In the installed program main.ts of the desktop calls runCommand; here the file is the program.
if (process.argv[1] === import.meta.filename) {
  expectNode()
  void runCommand(process.argv.slice(2)).then((code) => {
    process.exitCode = code
  })
}
