import { execFileSync } from 'node:child_process'
import { closeSync, cpSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page, Route } from '@playwright/test'
import { composeEgn } from '#domain/people/ids.ts'
import { expect, test as base } from './fixtures/app.ts'
import { demoOffice, demoPassword } from './fixtures/demo-office.ts'
import { cheaply, startServer, type RunningServer } from './fixtures/server.ts'
import { watchPage } from './fixtures/watch.ts'

const head = 'Мария Грижева'
const worker = 'Елена Оценкова'

const patient = { timeout: 120_000 }

/** A page and the server behind it, which the test may kill and start anew at the same address. */
interface Desk {
  page: Page
  server: RunningServer
  restart(): Promise<void>
}

const test = base.extend<{ desk: Desk }>({
  // eslint-disable-next-line no-empty-pattern
  officeFolder: async ({}, use, info) => {
    await use(await demoOffice(info.project.outputDir))
  },
  desk: async ({ chromiumOfWorker, dataDir, locale, timezoneId }, use, info) => {
    info.skip(chromiumOfWorker === undefined, 'the window and the office are one program there')
    const port = await freePort()
    const start = () => startServer(dataDir, ['--port', String(port)])
    const context = await chromiumOfWorker?.newContext({
      locale: locale ?? 'bg-BG',
      timezoneId: timezoneId ?? 'Europe/Sofia',
      viewport: { width: 1366, height: 768 },
    })
    if (!context) return
    const page = await context.newPage()
    const watch = await watchPage(page)
    const desk: Desk = {
      page,
      server: await start(),
      restart: async () => {
        desk.server = await start()
      },
    }
    await page.goto(desk.server.url)
    await use(desk)
    await context.close()
    await desk.server.stop()
    expect(watch.violations).toEqual([])
  },
})

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (address && typeof address === 'object') resolve(address.port)
      })
    })
  })

async function logIn(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name }).check()
  await page.getByLabel('Парола', { exact: true }).fill(demoPassword)
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-account]')).toBeVisible(patient)
}

/** Asks the office as the page does. */
const ask = <T>(page: Page, procedure: string, input: object): Promise<T> =>
  page.evaluate(
    async ([name, json]) => {
      const answer = await fetch(`/api/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ json }),
      })
      return ((await answer.json()) as { json: unknown }).json as never
    },
    [procedure, input] as const,
  )

interface Rows {
  total: number
  rows: { id: string; status?: string; number?: string | null }[]
}
const window = { offset: 0, limit: 100 }
const peopleCalled = async (page: Page, text: string) =>
  (await ask<Rows>(page, 'people/list', { text, ...window })).total

const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`)
const open = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to
  }, hash)

/** A new person, typed and not yet saved. */
async function typePerson(page: Page, lastName: string, serial: number): Promise<void> {
  await open(page, '/people/new')
  await field(page, 'idNumber').fill(composeEgn('1951-04-05', serial))
  await field(page, 'firstName').fill('Петър')
  await field(page, 'lastName').fill(lastName)
  await field(page, 'currentAddress.settlementKind').getByText('град').click()
  await field(page, 'currentAddress.settlement').fill('Примерна')
}

async function expectTyped(page: Page, lastName: string): Promise<void> {
  await expect(field(page, 'firstName')).toHaveValue('Петър')
  await expect(field(page, 'lastName')).toHaveValue(lastName)
  await expect(field(page, 'currentAddress.settlement')).toHaveValue('Примерна')
}

const saved = (page: Page, lastName: string) =>
  page.getByRole('heading', { level: 1, name: `Петър ${lastName}` })

test.describe('the server dies in the middle of a save', () => {
  const silent = (page: Page) =>
    page.getByRole('alert', { name: 'Програмата не отговаря' }).filter({
      hasText: 'Написаното стои на екрана. Опитайте пак.',
    })

  /** The office is there again: log-in, what was typed stands where it was, and is saved. */
  async function goOn({ page, restart }: Desk, lastName: string): Promise<void> {
    await restart()
    await page.getByRole('button', { name: 'Опитай пак' }).click()
    await expect(page.getByLabel('Парола', { exact: true })).toBeVisible(patient)
    await logIn(page, worker)
    await expect(page.getByRole('heading', { level: 1, name: 'Ново лице' })).toBeVisible()
    await expectTyped(page, lastName)
    await page.keyboard.press('Control+s')
    await expect(saved(page, lastName)).toBeVisible()
    expect(await peopleCalled(page, lastName)).toBe(1)
    // What is saved is no draft any more.
    await expect(page.getByRole('link', { name: /чернов/ })).toHaveCount(0)
  }

  test('before it was written, and after it was written and before the answer came', async ({
    desk,
  }) => {
    const { page } = desk
    const create = '**/api/people/create'
    await logIn(page, worker)

    // One road for all of it: taking a road away and laying it anew lets a request slip by.
    let written = false
    let dies: 'before' | 'after' | undefined = 'before'
    await page.route(create, async (route: Route) => {
      if (dies === undefined) return route.continue()
      if (dies === 'after') written = (await route.fetch()).ok()
      await desk.server.stop('SIGKILL')
      await route.abort('connectionreset')
    })

    await typePerson(page, 'Неписан', 926)
    await page.keyboard.press('Control+s')
    await expect(silent(page)).toBeVisible()
    await expectTyped(page, 'Неписан')
    dies = undefined
    await goOn(desk, 'Неписан')

    await typePerson(page, 'Записан', 928)
    dies = 'after'
    await page.keyboard.press('Control+s')
    await expect(silent(page)).toBeVisible()
    expect(written, 'the office had written it').toBe(true)
    dies = undefined
    await goOn(desk, 'Записан')
  })

  test('and the computer with it: the draft is found again and saved once', async ({ desk }) => {
    const { page } = desk
    const create = '**/api/people/create'
    await logIn(page, worker)
    await typePerson(page, 'Паднал', 931)
    await expect(page.getByText(/^Чернова \d/)).toBeVisible()
    await page.route(create, async (route) => {
      await route.fetch()
      await desk.server.stop('SIGKILL')
      await route.abort('connectionreset')
    })
    await page.keyboard.press('Control+s')
    await expect(silent(page)).toBeVisible()
    await page.unroute(create)

    await desk.restart()
    await page.goto('about:blank')
    await page.goto(desk.server.url)
    await logIn(page, worker)
    await page.getByRole('link', { name: '1 чернова' }).click()
    await page.getByRole('link', { name: /^Ново лице/ }).click()
    await expectTyped(page, 'Паднал')
    await page.keyboard.press('Control+s')
    await expect(saved(page, 'Паднал')).toBeVisible()
    expect(await peopleCalled(page, 'Паднал')).toBe(1)
  })

  test('at whatever moment: half a record is never there, and never two', async ({ desk }) => {
    const { page } = desk
    await logIn(page, worker)
    const surnames = ['Внезапен', 'Нечакан', 'Скоростен']
    for (const [turn, wait] of [0, 4, 10].entries()) {
      const lastName = surnames[turn] ?? ''
      await typePerson(page, lastName, 933 + 2 * turn)
      const sent = page.waitForRequest('**/api/people/create')
      await page.keyboard.press('Control+s')
      await sent
      await page.waitForTimeout(wait)
      await desk.server.stop('SIGKILL')
      // Saved, and the office gone before the dossier that follows could be read.
      const unread = page.getByRole('main').getByText('Записаното и черновите са непокътнати')
      await expect(silent(page).or(saved(page, lastName)).or(unread)).toBeVisible()
      if (await silent(page).isVisible()) {
        await goOn(desk, lastName)
      } else {
        await desk.restart()
        await page.reload()
        await logIn(page, worker)
        expect(await peopleCalled(page, lastName)).toBe(1)
      }
    }
  })
})

test('a second program on the same folder gets nothing of it; the first one works on', async ({
  desk,
  dataDir,
}) => {
  const { page } = desk
  await logIn(page, worker)
  const second = await startServer(dataDir)
  try {
    const { origin } = new URL(second.url)
    const headers = { 'content-type': 'application/json', origin }
    const ask = async (what: string) =>
      (await fetch(`${origin}/api/${what}`, { method: 'POST', headers, body: '{"json":{}}' }))
        .status
    expect([await ask('session/current'), await ask('people/list')]).toEqual([503, 404])
    await typePerson(page, 'Първи', 951)
    await page.keyboard.press('Control+s')
    await expect(saved(page, 'Първи')).toBeVisible()
  } finally {
    await second.stop()
  }
})

const small = 24

/** A disk of a few megabytes, where the machine lets one be mounted; otherwise why not. */
function smallDisk(): { place: string } | { obstacle: string } {
  if (process.platform !== 'linux') return { obstacle: 'a small disk is mounted on Linux only' }
  if (process.getuid?.() !== 0) return { obstacle: 'only root can mount a small disk' }
  const place = mkdtempSync(path.join(tmpdir(), 'opora-small-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(small)}m`, 'tmpfs', place], {
      stdio: 'pipe',
    })
    return { place }
  } catch {
    rmSync(place, { recursive: true, force: true })
    return { obstacle: 'this machine does not let a small disk be mounted' }
  }
}

test.describe('the disk is full', () => {
  test.use({
    // eslint-disable-next-line no-empty-pattern
    dataDir: async ({}, use, info) => {
      const disk = smallDisk()
      info.skip('obstacle' in disk, 'obstacle' in disk ? disk.obstacle : '')
      if ('obstacle' in disk) return
      const dir = path.join(disk.place, 'office')
      cpSync(await demoOffice(info.project.outputDir), dir, { recursive: true })
      await use(dir)
      execFileSync('umount', [disk.place])
      rmSync(disk.place, { recursive: true })
    },
  })

  const ballastOf = (dataDir: string) => path.join(path.dirname(dataDir), 'ballast')

  /** Fills the disk to its last byte. */
  function fill(dataDir: string): void {
    const file = openSync(ballastOf(dataDir), 'w')
    try {
      for (const block of [64 * 1024, 1024, 1])
        try {
          for (;;) writeSync(file, Buffer.alloc(block))
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
        }
    } finally {
      closeSync(file)
    }
  }
  const makeRoom = (dataDir: string) => {
    rmSync(ballastOf(dataDir))
  }

  const full = (page: Page) =>
    page.getByRole('alert', { name: 'Няма място на компютъра' }).filter({
      hasText: 'записът не е направен. Освободете 500 MB и натиснете „Опитай пак“',
    })
  const again = (page: Page) => page.getByRole('button', { name: 'Опитай пак' })
  const filesIn = (dataDir: string) =>
    readdirSync(dataDir, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map(({ name }) => name)
      .toSorted()
  const verified = (dataDir: string): string =>
    execFileSync(
      process.execPath,
      [
        ...cheaply,
        path.resolve(import.meta.dirname, '../..', process.env.OPORA_DIST ?? 'dist', 'main/cli.js'),
        ...['verify', '--dir', dataDir, '--account', head],
      ],
      { env: { ...process.env, OPORA_PASSWORD: demoPassword }, encoding: 'utf8' },
    )

  test('a person is saved: it is said, nothing is lost, and it goes on once there is room', async ({
    desk,
    dataDir,
  }) => {
    const { page } = desk
    await logIn(page, worker)
    await typePerson(page, 'Тесен', 953)
    fill(dataDir)
    await page.keyboard.press('Control+s')
    await expect(full(page)).toBeVisible()
    await expectTyped(page, 'Тесен')
    expect(await peopleCalled(page, 'Тесен')).toBe(0)
    // Still full: the same is said again.
    await again(page).click()
    await expect(full(page)).toBeVisible()

    makeRoom(dataDir)
    await again(page).click()
    await expect(saved(page, 'Тесен')).toBeVisible()
    expect(await peopleCalled(page, 'Тесен')).toBe(1)
    expect(verified(dataDir)).toContain('наред')
  })

  test('a contract is issued and an assessment is approved: no number and no paper is half there', async ({
    desk,
    dataDir,
  }) => {
    const { page } = desk
    await logIn(page, head)
    const contracts = () =>
      ask<Rows>(page, 'contracts/list', {
        order: [{ by: 'number', descending: true }],
        ...window,
      })
    const draft = (await contracts()).rows.find(({ status }) => status === 'draft')
    await open(page, `/contracts/${draft?.id ?? ''}`)
    await expect(page.locator('canvas').first()).toBeVisible(patient)
    await page.keyboard.press('Control+p')
    const issuing = page.getByRole('heading', { name: /^Издаване на договор №\s\d+$/ })
    await expect(issuing).toBeVisible()
    const number = /\d+$/.exec(await issuing.innerText())?.[0] ?? ''
    const before = filesIn(dataDir)
    fill(dataDir)
    await page.getByRole('button', { name: /^Издай/ }).click()
    await expect(full(page)).toBeVisible(patient)
    expect((await contracts()).rows.find(({ id }) => id === draft?.id)?.number).toBeNull()
    expect(filesIn(dataDir)).toEqual(before)
    makeRoom(dataDir)
    await again(page).click()
    // The number that was next before it failed: none is lost.
    const printing = page.getByRole('heading', {
      name: new RegExp(`^Печат: Договор №\\s${number}/`),
    })
    await expect(printing).toBeVisible(patient)

    const assessments = () => ask<Rows>(page, 'assessments/list', window)
    const finished = (await assessments()).rows.find(({ status }) => status === 'finished')
    await open(page, `/assessments/${finished?.id ?? ''}`)
    await expect(page.getByRole('button', { name: /^Одобри/ })).toBeVisible()
    const kept = filesIn(dataDir)
    fill(dataDir)
    await page.getByRole('button', { name: /^Одобри/ }).click()
    await expect(full(page)).toBeVisible(patient)
    expect((await assessments()).rows.find(({ id }) => id === finished?.id)?.number).toBeNull()
    expect(filesIn(dataDir)).toEqual(kept)
    makeRoom(dataDir)
    await again(page).click()
    await expect(page.getByRole('heading', { level: 1, name: /^Оценка № ИОП-\d+\// })).toBeVisible(
      patient,
    )
    expect(verified(dataDir)).toContain('наред')
  })

  test('nobody is logged in yet: the log-in says it too', async ({ desk, dataDir }) => {
    const { page } = desk
    fill(dataDir)
    await page.getByRole('radio', { name: worker }).check()
    await page.getByLabel('Парола', { exact: true }).fill(demoPassword)
    await page.keyboard.press('Enter')
    await expect(full(page).or(page.locator('[data-account]'))).toBeVisible(patient)
    makeRoom(dataDir)
    if (await full(page).isVisible()) await again(page).click()
    await expect(page.locator('[data-account]')).toBeVisible(patient)
  })
})
