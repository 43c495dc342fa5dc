import {
  appendFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { snapshotsFolder } from '#db/backup/snapshot.ts'
import { asideFolder } from '#db/backup/swap.ts'
import { keyringCopyFile, keyringFile } from '#db/keyring/store.ts'
import { snapshotNow } from '#electron/api/testing/copies.ts'
import { testOfficeInput } from '#electron/api/testing/office.ts'
import { builtWorkers } from '#electron/office/built-workers.ts'
import { startOffice, type Office } from '#electron/office/office.ts'
import backupTexts from '#locales/bg/backup.json' with { type: 'json' }
import texts from '#locales/bg/cli.json' with { type: 'json' }
import errorTexts from '#locales/bg/errors.json' with { type: 'json' }
import problemTexts from '#locales/bg/problems.json' with { type: 'json' }
import './testing/cheap-passwords.mjs'
import { localClient, type Client } from './connect.ts'
import { head, inventedOffice, keeper, minutes, opora, refused, root } from './testing/opora.ts'

/** An office of which something is lost, and the command line that tells the way on. */
const { home, dir } = inventedOffice(2)
const stick = path.join(home, 'stick')
/** Of the recovery sheet that held when the copy on the stick was made. */
let sheet = ''

/** The office of a folder in this very process: what no command does. */
async function within<T>(dataDir: string, work: (office: Office, client: Client) => Promise<T>) {
  const office = await startOffice({
    ...{ dataDir, version: '0.0.0', nothingByItself: true },
    workers: builtWorkers(path.join(root, 'dist/main')),
  })
  try {
    return await work(office, localClient(office))
  } finally {
    await office.close()
  }
}

/** With a snapshot beside the database, which no command waits for. */
function prepareOffice(): Promise<string> {
  return within(dir, async (office, client) => {
    const state = await client.session.current({})
    const profiles = state.status === 'loggedOut' ? state.profiles : []
    const { slotId } = profiles.find((one) => one.displayName === keeper.account)!
    await client.session.logIn({ slotId, password: keeper.password })
    await client.recovery.issueSheet({})
    await snapshotNow({ office })
    return [...office.recoverySheets.values()][0]!.code
  })
}

beforeAll(async () => {
  sheet = await prepareOffice()
  mkdirSync(stick)
  expect((await opora(['backup', '--dir', dir, '--to', stick], head)).err).toBe('')
}, 5 * minutes)

let copies = 0
/** A copy of the office to spoil. */
function spoilt(): string {
  const own = path.join(home, `spoilt ${String(++copies)}`)
  cpSync(dir, own, { recursive: true })
  return own
}
const keyrings = (own: string) => [keyringFile, keyringCopyFile].map((name) => path.join(own, name))
const losses = [
  ['keyringMissing', (file: string) => { rmSync(file) }],
  ['keyringDamaged', (file: string) => { writeFileSync(file, '{"keyring":') }],
] as const // prettier-ignore

test.each(losses)(
  'both keyrings lost (%s): every command says so and names the one that brings the office back',
  { timeout: 5 * minutes },
  async (reason, spoil) => {
    const own = spoilt()
    keyrings(own).forEach(spoil)
    const why = backupTexts.rescue[reason]
    const commands = [
      ['verify', '--dir', own],
      ['verify', '--dir', own, '--anchors', stick],
      ['backup', '--dir', own, '--to', stick],
      ['rekey', '--dir', own],
      ['people', 'search', 'ов', '--dir', own],
    ]
    for (const args of commands) {
      const { code, out, err } = await opora(args, head)
      expect({ code, out }, args.join(' ')).toEqual({ code: 1, out: '' })
      expect(err, args.join(' ')).toMatch(/^[^\n]+\n$/)
      expect(err.startsWith(why), err).toBe(true)
    }
    // The way on is taken as it stands there.
    const { err } = await opora(['verify', '--dir', own], head)
    const [, from = '', to = ''] = /opora restore --from "(.+)" --dir "(.+)"$/m.exec(err) ?? []
    expect(path.dirname(from)).toBe(path.join(own, snapshotsFolder))
    expect(to).toBe(own)
    expect(await opora(['restore', '--from', from, '--dir', to], head)).toMatchObject({
      code: 0,
      err: '',
    })
    expect(await opora(['verify', '--dir', own], head)).toMatchObject({ code: 0, err: '' })

    // Where no copy is left on this computer, only a medium has one.
    keyrings(own).forEach(spoil)
    rmSync(path.join(own, snapshotsFolder), { recursive: true })
    expect(await opora(['verify', '--dir', own], head)).toEqual(
      refused(`${why} ${texts.rescueMedium.replace('{{dir}}', `"${own}"`)}`),
    )
  },
)

test(
  'a copy whose keyring is damaged: it is the one of the copy, and the copy is named',
  { timeout: 5 * minutes },
  async () => {
    const own = path.join(home, 'stick with a damaged keyring')
    cpSync(stick, own, { recursive: true })
    const [keyring = ''] = globSync(path.join(own, 'Opora/*/copies/*', keyringFile))
    const name = path.basename(path.dirname(keyring))
    const told = refused(texts.copyKeyringDamaged.replace('{{name}}', name))
    const verify = ['backup', 'verify', '--from', own]
    appendFileSync(keyring, ' ')
    expect(await opora(verify, head)).toEqual(told)
    writeFileSync(keyring, '')
    expect(await opora(verify, head)).toEqual(told)
    rmSync(keyring)
    expect(await opora(verify, head)).toEqual(told)
  },
)

test(
  'the code of the recovery sheet opens a copy; it is taken from the input alone',
  { timeout: 5 * minutes },
  async () => {
    const fresh = path.join(home, 'by the sheet')
    const restore = ['restore', '--from', stick, '--dir', fresh]
    // Who has only the sheet names no profile and knows no password.
    expect(await opora([...restore, '--sheet'])).toEqual(refused(texts.codeMissing))
    const slip = sheet.replace(/.$/, (sign) => (sign === 'A' ? 'C' : 'A'))
    expect(await opora([...restore, '--code-stdin'], { input: slip })).toEqual(
      refused(errorTexts.badCode),
    )
    expect(await opora([...restore, '--code-stdin', '--password-stdin'], { input: sheet })).toEqual(
      refused(texts.usageRestore),
    )
    expect((await opora([...restore, '--code-stdin', sheet])).code).toBe(1)
    expect(existsSync(path.join(fresh, keyringFile))).toBe(false)
    const brought = await opora([...restore, '--code-stdin'], { input: `${sheet}\n` })
    expect(brought).toMatchObject({ code: 0, err: '' })
    expect(await opora(['verify', '--dir', fresh], head)).toMatchObject({ code: 0, err: '' })
    // Over an office that works the right is asked of whoever sits here, the code opens the copy.
    const over = await opora([...restore, '--code-stdin'], { ...head, input: sheet })
    expect(over).toMatchObject({ code: 0, err: '' })
  },
)

test(
  'documents that are nowhere: counted and refused first, brought back without them when that is said',
  { timeout: 5 * minutes },
  async () => {
    const own = path.join(home, 'stick without a document')
    const fresh = path.join(home, 'without a document')
    cpSync(stick, own, { recursive: true })
    const [file = ''] = globSync(path.join(own, 'Opora/*/files/*/*'))
    rmSync(file)
    const restore = ['restore', '--from', own, '--dir', fresh]
    const counted = backupTexts.filesMissing_one.replace('{{count}}', '1')
    expect(await opora(restore, head)).toEqual(refused(`${counted} ${texts.restoreWithout}`))
    expect(existsSync(path.join(fresh, keyringFile))).toBe(false)
    const { code, out, err } = await opora([...restore, '--without-missing-files'], head)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain(texts.restoredWithoutFiles.replace('{{count}}', '1'))
  },
)

test(
  'the keyring lost and a copy of another office offered: refused, and nothing is moved',
  { timeout: 5 * minutes },
  async () => {
    const other = path.join(home, 'other office')
    const theirs = path.join(home, 'their stick')
    const stranger = { account: 'Чужда Друга', password: 'чужда вода 7 камъка' }
    mkdirSync(theirs)
    await within(other, (_, client) =>
      client.office.setUp({
        office: testOfficeInput,
        account: { displayName: stranger.account, position: null },
        password: stranger.password,
      }),
    )
    const copied = await opora(['backup', '--dir', other, '--to', theirs], stranger)
    expect(copied.err).toBe('')
    const own = spoilt()
    keyrings(own).forEach((file) => {
      rmSync(file)
    })
    expect(await opora(['restore', '--from', theirs, '--dir', own], stranger)).toEqual(
      refused(problemTexts.otherOffice),
    )
    expect(existsSync(path.join(own, asideFolder))).toBe(false)
    expect(await opora(['restore', '--from', stick, '--dir', own], head)).toMatchObject({ code: 0 })
  },
)
