import { text } from 'node:stream/consumers'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import texts from '#locales/bg/cli.json' with { type: 'json' }
import { environment } from './environment.ts'
import { CommandFailed } from './failure.ts'

export const credentialOptions = {
  dir: { type: 'string' },
  account: { type: 'string' },
  'password-stdin': { type: 'boolean' },
} as const

export interface CredentialValues {
  account?: string | undefined
  'password-stdin'?: boolean | undefined
}

export interface Profile {
  slotId: string
  displayName: string
}

/** Whose slot: by name (letter case apart); the only profile needs no naming. */
export function chooseProfile(profiles: readonly Profile[], values: CredentialValues): Profile {
  const wanted = values.account ?? environment.account
  const [only] = profiles
  if (wanted === undefined) {
    if (profiles.length === 1 && only) return only
    throw new CommandFailed(texts.accountMissing)
  }
  const same = (name: string) => name.toLocaleLowerCase('bg') === wanted.toLocaleLowerCase('bg')
  const found = profiles.find((one) => same(one.displayName))
  if (!found) throw new CommandFailed(texts.accountUnknown.replace('{{name}}', wanted))
  return found
}

/** From the standard input, the environment, or asked without showing what is typed. */
export async function readPassword(values: CredentialValues, profile: Profile): Promise<string> {
  if (values['password-stdin']) return (await text(process.stdin)).replace(/\r?\n$/, '')
  if (environment.password !== undefined) return environment.password
  if (!process.stdin.isTTY) throw new CommandFailed(texts.passwordMissing)
  return ask(texts.passwordFor.replace('{{name}}', profile.displayName))
}

/** The code of the recovery sheet, the same two ways: never as an argument that others can list. */
export async function readCode(values: { 'code-stdin'?: boolean | undefined }): Promise<string> {
  if (values['code-stdin']) return (await text(process.stdin)).trim()
  if (!process.stdin.isTTY) throw new CommandFailed(texts.codeMissing)
  return (await ask(`${texts.codeOfSheet}: `)).trim()
}

function ask(question: string): Promise<string> {
  process.stderr.write(question)
  const silent = new Writable({
    write: (_chunk, _encoding, done) => {
      done()
    },
  })
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true })
  return new Promise((resolve) => {
    reader.question('', (answer) => {
      reader.close()
      process.stderr.write('\n')
      resolve(answer)
    })
  })
}
