import { spawn, type ChildProcess } from 'node:child_process'
import { appendFileSync, closeSync, cpSync, existsSync, globSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs' // prettier-ignore
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { workFolder } from '#db/backup/swap.ts'
import { smallDisk } from '#db/testing/small-disk.ts'
import { demoCandidates } from '#demo/candidates-data.ts'
import copyTexts from '#locales/bg/problems.json' with { type: 'json' }
import texts from '#locales/bg/cli.json' with { type: 'json' }
import {
  cheapPasswords,
  cli,
  head,
  inventedOffice,
  keeper,
  minutes,
  opora,
  refused,
  root,
} from './testing/opora.ts'

/** The built program as real processes, on one small invented office. */
const { home, dir } = inventedOffice(4)
const released = path.join(root, 'tests/fixtures/0.1.0')

/** Invented people bear the names of the many: one of these beginnings finds somebody, the first in this office. */
async function somebody() {
  for (const text of ['Ник', 'Ива', 'Гео', 'Сто', 'Пет', 'Хри', 'Дим', 'Вас', 'Тод', 'Мар']) {
    const { err, out } = await opora(['people', 'search', text, '--dir', dir, '--json'], head)
    expect(err).toBe('')
    const { people } = JSON.parse(out) as { people: { idNumber: string }[] }
    if (people.length > 0) return people
  }
  return []
}

test('searches people, prints a contract, verifies', { timeout: 5 * minutes }, async () => {
  const people = await somebody()
  expect(people.length).toBeGreaterThan(0)
  for (const { idNumber } of people) expect(idNumber).toMatch(/^\d{6}\*{4}$/)

  const pdf = path.join(home, 'contract.pdf')
  const printed = await opora(['print', 'contract', '1', '--dir', dir, '--out', pdf], head)
  expect(printed).toEqual({ code: 0, out: '', err: '' })
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')

  const team = await opora(['list', 'employments', '--dir', dir, '--json'], head)
  const { rows } = JSON.parse(team.out) as { rows: { number: string | null }[] }
  const number = rows.find((one) => one.number !== null)?.number ?? ''
  const labour = path.join(home, 'employment.pdf')
  const again = await opora(['print', 'employment', number, '--dir', dir, '--out', labour], head)
  expect(again).toEqual({ code: 0, out: '', err: '' })
  expect(readFileSync(labour)).not.toEqual(readFileSync(pdf))

  const whole = await opora(['verify', '--dir', dir], head)
  expect(whole.code).toBe(0)
  expect(whole.out.trim().split('\n')).toHaveLength(6)
  expect(whole.out).not.toContain(texts.broken)
})

test(
  'verify finds a damaged file: code 1 and one plain line',
  { timeout: 5 * minutes },
  async () => {
    const damaged = path.join(home, 'damaged')
    cpSync(dir, damaged, { recursive: true })
    const [file] = globSync(path.join(damaged, 'files/**/*'), { withFileTypes: true }).filter(
      (entry) => entry.isFile(),
    )
    appendFileSync(path.join(file!.parentPath, file!.name), 'x')
    const { code, out, err } = await opora(['verify', '--dir', damaged], head)
    expect(code).toBe(1)
    expect(out).toContain(`${texts.files}: ${texts.broken}`)
    expect(err).toBe(`${texts.verifyFailed}\n`)
  },
)

test(
  'copies, lists without a password, verifies with one of the copy',
  { timeout: 5 * minutes },
  async () => {
    const stick = path.join(home, 'stick')
    const none = await opora(['backup', '--dir', dir, '--to', stick], head)
    expect(none).toMatchObject({ code: 1, err: `${copyTexts.placeMissing}\n` })
    mkdirSync(stick)
    const made = await opora(['backup', '--dir', dir, '--to', stick], head)
    expect(made.err).toBe('')
    expect(made.code).toBe(0)

    const listed = await opora(['backup', 'list', '--from', stick, '--json'])
    const { copies } = JSON.parse(listed.out) as { copies: { name: string; counts: object }[] }
    expect(copies).toMatchObject([
      { counts: { people: 4 + 5 + demoCandidates.length }, problem: null },
    ])
    expect(made.out).toContain(copies[0]?.name)

    const read = await opora(['backup', 'verify', '--from', stick], head)
    expect(read).toMatchObject({ code: 0, out: made.out, err: '' })
    const stranger = { ...head, password: 'друга вода 8 моста' }
    expect((await opora(['backup', 'verify', '--from', stick], stranger)).code).toBe(1)

    // A newer one that does not read is named, and the whole one behind it is taken by choice only.
    const [whole = ''] = globSync(path.join(stick, 'Opora/*/copies/*'))
    const cut = '2099-01-01T080000Z-abcdef'
    const newer = path.join(whole, '..', cut)
    mkdirSync(newer)
    writeFileSync(path.join(newer, 'manifest.json'), '{"manifest":')
    expect(await opora(['backup', 'verify', '--from', stick], head)).toEqual(
      refused(`${cut}: ${copyTexts.copyDamaged}`),
    )
    const elsewhere = path.join(home, 'not restored')
    const restored = await opora(['restore', '--from', stick, '--dir', elsewhere], head)
    expect(restored.code).toBe(1)
    expect(restored.err).toContain(cut)
    expect(restored.err).toContain(`  ${whole}\n`)
    const named = ['backup', 'verify', '--from', stick, '--copy', path.basename(whole)]
    expect(await opora(named, head)).toMatchObject({ code: 0, err: '' })
    rmSync(newer, { recursive: true })

    const [file] = globSync(path.join(stick, 'Opora/*/files/*/*'))
    appendFileSync(file!, 'x')
    expect(await opora(['backup', 'verify', '--from', stick], head)).toMatchObject({
      code: 1,
      err: `${copyTexts.readBackDiffers}\n`,
    })
  },
)

test(
  'restores into an empty folder, proves it against the stick, changes its key',
  { timeout: 5 * minutes },
  async () => {
    const stick = path.join(home, 'stick to restore from')
    const fresh = path.join(home, 'fresh')
    mkdirSync(stick)
    expect((await opora(['backup', '--dir', dir, '--to', stick], head)).code).toBe(0)
    const restore = ['restore', '--from', stick, '--dir', fresh]
    const stranger = { ...head, password: 'друга вода 8 моста' }
    expect((await opora(restore, stranger)).code).toBe(1)
    expect(await opora(['restore', '--from', home, '--dir', fresh], head)).toMatchObject({
      code: 1,
      err: `${texts.restoreNothing}\n`,
    })
    expect(await opora(restore, head)).toMatchObject({ code: 0, err: '' })
    const anchored = ['verify', '--dir', fresh, '--anchors', stick]
    expect(await opora(anchored, head)).toMatchObject({ code: 0, err: '' })

    // Only who keeps the profiles changes the key; a copy of before does not tell against it.
    expect((await opora(['rekey', '--dir', fresh], head)).code).toBe(1)
    expect(await opora(['rekey', '--dir', fresh], keeper)).toMatchObject({
      code: 0,
      out: `${texts.rekeyed}\n`,
    })
    expect(await opora(anchored, head)).toMatchObject({ code: 0, err: '' })

    // A database that does not open is what the copy is for: nobody can log in to it first.
    const file = openSync(path.join(fresh, 'office.opora'), 'r+')
    writeSync(file, Buffer.alloc(24_576, 7), 0, 24_576, 0)
    closeSync(file)
    expect(await opora(restore, head)).toMatchObject({ code: 0, err: '' })
    expect(await opora(anchored, head)).toMatchObject({ code: 0, err: '' })
  },
)

test(
  'a disk that something else fills in the middle: code 1, one line with both figures, nothing is changed',
  { timeout: 5 * minutes },
  async (context) => {
    const disk = smallDisk('tmpfs', 40)
    if (typeof disk === 'string') {
      console.warn(`SKIPPED: no small disk on this computer (${disk})`)
      context.skip(disk)
      return
    }
    try {
      const own = path.join(disk.place, 'office')
      const fresh = path.join(disk.place, 'fresh')
      const filler = path.join(disk.place, 'filler')
      const stick = path.join(home, 'stick beside a full disk')
      cpSync(dir, own, { recursive: true })
      mkdirSync(stick)
      expect((await opora(['backup', '--dir', own, '--to', stick], head)).err).toBe('')
      const filling = {
        node: ['--import', path.join(root, 'db/testing/fill-disk.mjs')],
        env: { OPORA_TEST_FILLER: filler, OPORA_TEST_FILL_WHEN: `/${workFolder}/` },
      }
      const keyring = readFileSync(path.join(own, 'keyring.json'))
      const figures = /[\d,]+\s[kKMG]?B/g
      for (const [args, who] of [
        [['backup', '--dir', own, '--to', stick], head],
        [['restore', '--from', stick, '--dir', own], head],
        [['restore', '--from', stick, '--dir', fresh], head],
        [['rekey', '--dir', own], keeper],
      ] as const) {
        const full = await opora([...args], { ...who, ...filling })
        const told = args.join(' ')
        expect(existsSync(filler), told).toBe(true)
        expect({ ...full, err: full.err.replaceAll(figures, 'N') }, told).toEqual(
          refused(copyTexts.ownDiskFullBytes.replaceAll(/\{\{\w+\}\}/g, 'N')),
        )
        rmSync(filler)
        expect(readFileSync(path.join(own, 'keyring.json')).equals(keyring), told).toBe(true)
        expect(globSync(path.join(disk.place, '**/{*.part,work/*,aside/*}')), told).toEqual([])
      }
      for (const [args, who] of [
        [['verify', '--dir', own], head],
        [['backup', '--dir', own, '--to', stick], head],
        [['restore', '--from', stick, '--dir', fresh], head],
        [['rekey', '--dir', own], keeper],
      ] as const)
        expect(await opora([...args], who), args.join(' ')).toMatchObject({ code: 0, err: '' })
    } finally {
      disk.dispose()
    }
  },
)

test('a folder that a server holds is asked over HTTP', { timeout: 5 * minutes }, async () => {
  const server = spawn(process.execPath, ['--import', cheapPasswords, cli, 'server', '--dir', dir])
  try {
    const url = await urlOf(server)
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+/)
    // Nobody else gets the folder while it is held: what answers can only be the server.
    const second = await opora(['server', '--dir', dir])
    expect(second.code).toBe(1)
    expect(second.err.trim().split('\n')).toHaveLength(1)
    const found = await opora(['people', 'search', 'ов', '--dir', dir, '--json'], head)
    expect(found.err).toBe('')
    expect(JSON.parse(found.out)).toHaveProperty('people')
    const whole = await opora(['verify', '--dir', dir], head)
    expect(whole.err).toBe('')
    expect(whole.code).toBe(0)
  } finally {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill()
    await ended
  }
})

function urlOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = ''
    server.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk
      const url = /^OPORA_URL=(\S+)$/m.exec(out)?.[1]
      if (url !== undefined) resolve(url)
    })
    server.once('exit', () => {
      reject(new Error('the server ended'))
    })
  })
}

/** `npm run demo` with a temporary folder of its own. */
function demoScript(temporary: string, ...more: string[]): ChildProcess {
  const script = path.join(root, 'scripts/demo.mjs')
  const args = [script, '--people', '1', '--seed', 'in use', '--browser', ...more]
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    TMPDIR: temporary,
    TEMP: temporary,
    TMP: temporary,
    NODE_OPTIONS: `--import ${pathToFileURL(cheapPasswords).href}`,
  }
  delete env['DISPLAY']
  return spawn(process.execPath, args, { env })
}

test(
  'a demo office that somebody looks at is not made anew under their hands',
  { timeout: 10 * minutes },
  async () => {
    const temporary = path.join(home, 'demos')
    mkdirSync(temporary)
    const first = demoScript(temporary)
    const ended = new Promise((resolve) => first.once('exit', resolve))
    await urlOf(first)
    const [owner] = globSync(path.join(temporary, 'opora-demo-*/office/owner.json'))
    const { pid } = JSON.parse(readFileSync(owner!, 'utf8')) as { pid: number }
    try {
      const again = demoScript(temporary, '--fresh')
      let err = ''
      again.stderr?.setEncoding('utf8').on('data', (chunk: string) => (err += chunk))
      expect(await new Promise((resolve) => again.once('close', resolve))).toBe(1)
      expect(err.trim().split('\n')).toHaveLength(1)
      expect(err).toContain(os.hostname())
      expect(existsSync(path.join(owner!, '../keyring.json'))).toBe(true)
    } finally {
      process.kill(pid)
      await ended
    }
    const unused = ['demo', '--dir', path.dirname(owner!), '--unused']
    expect(await opora(unused)).toEqual({ code: 0, out: '', err: '' })
  },
)

test('who is asking: profile and password', { timeout: 5 * minutes }, async () => {
  const search = ['people', 'search', 'ов', '--dir', dir]
  const { password } = head
  expect(await opora(search, { password })).toEqual(refused(texts.accountMissing))
  // What a script leaves that sets it to nothing.
  expect(await opora(search, { password, account: '' })).toEqual(refused(texts.accountMissing))
  expect(await opora(search, { password, account: 'Няма Такъв' })).toEqual(
    refused(texts.accountUnknown.replace('{{name}}', 'Няма Такъв')),
  )
  expect(await opora(search, { account: head.account })).toEqual(refused(texts.passwordMissing))
  expect(await opora(search, { ...head, password: 'друга парола 7' })).toEqual(
    refused(texts.errors.UNAUTHENTICATED),
  )
  const piped = await opora([...search, '--account', 'мария грижева', '--password-stdin'], {
    input: `${password}\n`,
  })
  expect(piped.err).toBe('')
  expect(piped.code).toBe(0)
  // The keeper of the house opens no dossier.
  expect(await opora(search, keeper)).toEqual(refused(texts.errors.FORBIDDEN))
})

test(
  'an office whose passwords cost what they should is opened by the program, one that spares them is not',
  { timeout: minutes },
  async () => {
    const own = path.join(home, 'released')
    cpSync(released, own, { recursive: true })
    const asked = { ...head, realCost: true }
    const found = await opora(['people', 'search', 'ов', '--dir', own, '--json'], asked)
    expect(found.err).toBe('')
    expect(JSON.parse(found.out)).toHaveProperty('people')
    expect(await opora(['people', 'search', 'ов', '--dir', dir], asked)).toEqual(
      refused(texts.errors.UNAUTHENTICATED),
    )
  },
)

test('the password leaves the environment at once', { timeout: minutes }, async () => {
  const look =
    'process.on("exit",()=>process.stdout.write(String("OPORA_PASSWORD" in process.env)))'
  for (const command of [['help'], ['people', 'search', 'ов', '--dir', dir]]) {
    const ran = await opora(command, {
      ...head,
      node: ['--import', `data:text/javascript,${look}`],
    })
    expect(ran.code).toBe(0)
    expect(ran.out.endsWith('false')).toBe(true)
  }
})

test('what it does not understand is one line', { timeout: 5 * minutes }, async () => {
  expect(await opora(['fly'])).toEqual(refused(texts.noCommand.replace('{{name}}', 'fly')))
  expect(await opora(['people', 'find'])).toEqual(refused(texts.usagePeople))
  expect(await opora(['print', 'contract', '1', '--dir', dir])).toEqual(refused(texts.usagePrint))
  const other = ['print', 'plan', '1', '--dir', dir, '--out', path.join(home, 'plan.pdf')]
  expect(await opora(other)).toEqual(refused(texts.usagePrint))
  expect(await opora(['demo', '--people', '4'])).toEqual(refused(texts.usageDemo))
  expect(await opora(['demo', '--dir', dir, '--people', 'x'])).toEqual(refused(texts.usageDemo))
  expect(await opora(['demo', '--dir', dir])).toEqual(
    refused(texts.demoFolderTaken.replace('{{dir}}', dir)),
  )
  const option = await opora(['verify', '--fast', '--dir', dir])
  expect(option.code).toBe(1)
  expect(option.err.trim().split('\n')).toHaveLength(1)
  const nobody = await opora(['verify', '--dir', path.join(home, 'empty')], head)
  expect(nobody).toEqual(refused(texts.notSetUp))
  const missing = ['print', 'contract', '9999', '--dir', dir, '--out', path.join(home, 'no.pdf')]
  expect(await opora(missing, head)).toEqual(refused(texts.errors.NOT_FOUND))
  const unwritable = path.join(home, 'no/such/folder.pdf')
  const print = ['print', 'contract', '1', '--dir', dir, '--out', unwritable]
  const written = await opora(print, head)
  expect(written.code).toBe(1)
  expect(written.err.trim().split('\n')).toHaveLength(1)
  writeFileSync(path.join(home, 'file'), '')
  const notFolder = await opora(['verify', '--dir', path.join(home, 'file')], head)
  expect(notFolder.code).toBe(1)
  expect(notFolder.err.trim().split('\n')).toHaveLength(1)
})
