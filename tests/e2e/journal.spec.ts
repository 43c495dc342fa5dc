import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { personInput } from '#electron/api/testing/person-data.ts'
import { expectAccessible } from './fixtures/accessibility.ts'
import { expect, test as base } from './fixtures/app.ts'
import { once } from './fixtures/once.ts'
import {
  changeBehindItsBack,
  click,
  clientAt,
  logIn,
  prepareOffice,
} from './fixtures/prepared-office.ts'
import { startServer } from './fixtures/server.ts'
import { effort, forgetEffort } from './fixtures/watch.ts'

const head = 'Гергана Димитрова'
const worker = 'Мария Петрова'
const administrator = 'Пламен Ключаров'

const journalOffice = once(() =>
  prepareOffice(
    { [head]: ['head'], [worker]: ['socialWorker'], [administrator]: ['administrator'] },
    async (as) => {
      const client = await as(worker)
      const ivan = personInput({
        firstName: 'Иван',
        middleName: 'Петров',
        lastName: 'Георгиев',
      })
      const elena = personInput({
        firstName: 'Елена',
        middleName: 'Стоянова',
        lastName: 'Илиева',
        sex: 'female',
        birthDate: '1948-03-04',
      })
      for (const person of [ivan, elena]) {
        const { id } = await client.people.create(click(person))
        await client.people.find({ id })
      }
      await client.session.logOut({})
      // A stick that is taken out again: what it knows of the journal is remembered.
      const stick = mkdtempSync(path.join(tmpdir(), 'opora-stick-'))
      const keeper = await as(head)
      const making = await keeper.backup.make({ place: stick })
      while (!(await making.next()).done);
      await keeper.session.logOut({})
      rmSync(stick, { recursive: true })
    },
  ),
)

const test = base.extend<object>({
  // eslint-disable-next-line no-empty-pattern
  officeFolder: async ({}, use) => {
    await use(await journalOffice())
  },
})

const rows = (page: Page) => page.getByRole('grid').getByRole('row')
const opened = (initials: string) =>
  new RegExp(`г\\., \\d+:\\d\\d\\sч\\. – М\\.\\sПетрова отвори досието на ${initials}`)
const ivanOpened = opened('И\\.\\sП\\.\\sГ\\.')
const elenaOpened = opened('Е\\.\\sС\\.\\sИ\\.')

async function toJournal(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Дневник на достъпа' }).press('Enter')
  await expect(page).toHaveTitle('Дневник на достъпа – Опора')
  await expect(page.getByRole('grid', { name: 'Записи в дневника' })).toBeFocused()
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).selectOption({ label: option })
}

test('a page that was left stands hidden while the next one is fetched, and does not keep the keys', async ({
  app,
  shell,
}) => {
  test.skip(shell === 'electron', 'the parts of a page are held back on their way over HTTP')
  await logIn(app, head)
  await app.getByRole('link', { name: 'Хора', exact: true }).press('Enter')
  const left = app.locator('main [role=grid][data-arrival]')
  await expect(left).toBeVisible()
  let fetched = () => {}
  const held = new Promise<void>((resolve) => (fetched = resolve))
  await app.route('**/journal-page-*.js', async (route) => {
    await held
    await route.continue()
  })
  await app.getByRole('link', { name: 'Дневник на достъпа' }).press('Enter')
  // There still, out of sight, and the first in the page that is marked as a place to arrive at.
  await expect(left).toBeHidden()
  await expect(left).toHaveCount(1)
  fetched()
  await expect(app.getByRole('grid', { name: 'Записи в дневника' })).toBeFocused()
})

test('the head finds who looked by person, profile and period, by keyboard alone', async ({
  app,
}) => {
  await logIn(app, head)
  await toJournal(app)
  await expect(rows(app).filter({ hasText: ivanOpened })).toHaveCount(1)
  await expect(rows(app).filter({ hasText: elenaOpened })).toHaveCount(1)
  await expectAccessible(app)
  await forgetEffort(app)

  await app.keyboard.press('Control+f')
  await expect(app.getByRole('combobox', { name: 'Лице' })).toBeFocused()
  await app.keyboard.type('илиева')
  await expect(app.getByRole('option', { name: /Елена Стоянова Илиева/ })).toBeVisible()
  await app.keyboard.press('Enter')
  const chip = app.getByRole('button', { name: 'Махни: Лице: Елена Стоянова Илиева' })
  await expect(chip).toBeVisible()
  await expect(rows(app).filter({ hasText: elenaOpened })).toHaveCount(1)
  await expect(rows(app).filter({ hasText: ivanOpened })).toHaveCount(0)
  await app.keyboard.press('Tab')
  await expect(app.getByLabel('Профил', { exact: true })).toBeFocused()
  await choose(app, 'Профил', head)
  // Looking at the journal of a person is itself a reading about that person.
  await expect(rows(app).filter({ hasText: 'гледа дневника на достъпа' })).not.toHaveCount(0)
  await expect(rows(app).filter({ hasText: elenaOpened })).toHaveCount(0)
  await app.getByRole('button', { name: 'Изчисти' }).press('Enter')
  await expect(chip).toHaveCount(0)

  await app.keyboard.press('Control+f')
  for (const key of ['Tab', 'Tab', 'Tab']) await app.keyboard.press(key)
  await expect(app.getByLabel('От дата', { exact: true })).toBeFocused()
  await app.keyboard.type('31.2')
  await app.keyboard.press('Enter')
  await expect(app.getByRole('alert')).toHaveText('Въведете датата така: 21.11.2026.')
  await app.keyboard.press('Control+a')
  await app.keyboard.type('+1')
  await app.keyboard.press('Enter')
  await expect(app.getByText('Няма действия за този период.')).toBeVisible()
  await app.keyboard.press('Control+a')
  await app.keyboard.type('д')
  await app.keyboard.press('Enter')
  await expect(rows(app).filter({ hasText: ivanOpened })).toHaveCount(1)
  expect((await effort(app)).clicks).toBe(0)

  // The row leads to the dossier, and the way back to the same filter.
  await app.getByRole('grid').press('Home')
  await choose(app, 'Действие', 'преглед')
  // Before the other rows have come, a click would meet whatever moves under it.
  await expect(rows(app).filter({ hasText: /М\.\sПетрова въведе/ })).toHaveCount(0)
  const first = rows(app).filter({ hasText: ivanOpened }).getByRole('button')
  await first.click()
  await expect(app.getByRole('heading', { level: 1, name: /Иван Петров Георгиев/ })).toBeVisible()
  await app.keyboard.press('Alt+ArrowLeft')
  await expect(app.getByRole('button', { name: 'Махни: Действие: преглед' })).toBeVisible()
  await expect(
    rows(app).filter({ hasText: /Г\.\sДимитрова отвори досието на И\.\sП\.\sГ\./ }),
  ).toHaveCount(1)
})

test('the administrator sees who and when, never with whom; the chain is checked', async ({
  app,
}) => {
  await logIn(app, administrator)
  await toJournal(app)
  await expect(rows(app).filter({ hasText: /М\.\sПетрова отвори досието на лице/ })).toHaveCount(2)
  await expect(app.getByRole('combobox', { name: 'Лице' })).toHaveCount(0)
  expect(await app.locator('main').innerText()).not.toMatch(/И\.\sП\.\sГ\./)
  const own = rows(app).filter({ hasText: /П\.\sКлючаров/ })
  await expect(own.filter({ hasText: 'влезе' })).toHaveCount(1)
  await choose(app, 'Профил', worker)
  await expect(own).toHaveCount(0)
  await expect(rows(app).filter({ hasText: /М\.\sПетрова въведе лице/ })).toHaveCount(2)

  await app.getByRole('button', { name: 'Провери веригата' }).press('Enter')
  const result = app.getByRole('region', { name: /Записите са непрекъснати до/ })
  await expect(result).toContainText(/до \d\d\.\d\d\.\d{4}\sг\., \d+:\d\d\sч\./)
  await expectAccessible(app)
})

test('„Изнеси за проверка“ gives exactly the filtered rows as a workbook', async ({
  app,
  shell,
}, info) => {
  test.skip(shell === 'electron', 'the program asks by a dialog of the system where to save')
  await logIn(app, head)
  await toJournal(app)
  await choose(app, 'Действие', 'промяна')
  // The rows of before stay until the others come: only these two alone are the filtered list.
  const shown = rows(app).filter({ hasText: / – / })
  await expect(shown).toHaveCount(2)
  const words = await shown.locator('[role=gridcell][aria-colindex="2"]').allInnerTexts()

  const download = app.waitForEvent('download')
  await app.keyboard.press('Control+e')
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^Дневник на достъпа \d{4}-\d\d-\d\d \d\d-\d\d\.xlsx$/)
  const saved = info.outputPath('journal.xlsx')
  await file.saveAs(saved)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(saved)
  const sheet = workbook.getWorksheet('Дневник на достъпа')
  expect(sheet?.getCell('A1').value).toMatch(
    /^Дневник на достъпа – Действие: промяна\. Изнесено на/,
  )
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
  expect(sheet?.getRow(2).values).toEqual([
    undefined,
    'Запис №',
    'Кога',
    'Профил',
    'Вид',
    'Какво е направено',
    'Лице',
    'Бележка',
  ])
  const written = sheet?.getRows(3, sheet.rowCount - 2) ?? []
  expect(written.map((row) => row.getCell(5).value)).toEqual(
    words.map((text) => text.slice(text.indexOf(' – ') + 3)),
  )
  for (const row of written) {
    expect(row.getCell(1).value).toEqual(expect.any(Number))
    expect(row.getCell(2).value).toBeInstanceOf(Date)
    expect(row.getCell(3)).toMatchObject({ value: worker, numFmt: '@' })
  }
  // As the clock of the office shows it.
  const [at] = written.map((row) => row.getCell(2).value as Date)
  const clock = at?.toISOString().slice(11, 16).replace(/^0/, '')
  expect(words[0]).toContain(`, ${clock ?? ''}\u00A0ч.`)

  // That it left the house stands in the journal, with how much.
  await app.getByRole('button', { name: 'Изчисти' }).press('Enter')
  await expect(
    rows(app).filter({ hasText: /Г\.\sДимитрова изнесе дневника в Excel \(записи: 2\)/ }),
  ).toHaveCount(1)
})

test('a server that is ended, and one that is killed, leave no session without a word', async ({
  shell,
  dataDir,
  chromiumOfWorker,
}) => {
  test.skip(shell === 'electron' || !chromiumOfWorker, 'the server alone can be ended by a signal')
  const atWork = async () => {
    const server = await startServer(dataDir)
    await clientAt(new URL(server.url).origin, worker)
    return server
  }
  await (await atWork()).stop('SIGTERM')
  await (await atWork()).stop('SIGKILL')
  const server = await startServer(dataDir)
  const page = await chromiumOfWorker!.newPage({ locale: 'bg-BG', timezoneId: 'Europe/Sofia' })
  try {
    await page.goto(server.url)
    await logIn(page, head)
    await toJournal(page)
    await choose(page, 'Действие', 'вход')
    const ended = rows(page).filter({
      hasText: /Сесията на М\.\sПетрова приключи, защото програмата беше затворена/,
    })
    const lost = rows(page).filter({
      hasText:
        /Сесия на „Мария Петрова“ остана без записан край, последното записано действие е от \d\d/,
    })
    await expect(lost).toHaveCount(1)
    await expect(ended).toHaveCount(1)
  } finally {
    await page.close()
    await server.stop()
  }
})

/** The office as somebody with a password and a database tool leaves it. */
function tampered(from: string, dir: string, sql: string): string {
  cpSync(from, dir, { recursive: true })
  // Who has the files takes the copies beside them too.
  rmSync(path.join(dir, 'snapshots'), { recursive: true, force: true })
  changeBehindItsBack(dir, head, sql)
  return dir
}

test.describe('a tail that somebody cut off', () => {
  test.use({
    // eslint-disable-next-line no-empty-pattern
    officeFolder: async ({}, use, info) => {
      const last = '(select audit_seq - 8 from backup_copies)'
      const cut = ['audit_checkpoints', 'audit_payloads', 'audit_entries']
      await use(
        tampered(
          await journalOffice(),
          info.outputPath('cut'),
          cut.map((table) => `delete from ${table} where seq > ${last}`).join(';'),
        ),
      )
    },
  })

  test('is noticed by what the stick knew, with what to do', async ({ app }) => {
    await logIn(app, head)
    await toJournal(app)
    await app.getByRole('button', { name: 'Провери веригата' }).press('Enter')
    const result = app.getByRole('region', { name: 'Веригата е прекъсната.' })
    await expect(result).toContainText(
      /Записите след №\s\d+ липсват: копието от .*ч\. на носителя „АРХИВ-1“ знае запис №\s\d+/,
    )
    await expect(result).toContainText('Запазете копието, което знае липсващите записи')
    await expect(result.getByRole('button', { name: 'Покажи записа' })).toHaveCount(0)
    await expectAccessible(app)
  })
})

test.describe('a row that somebody changed in the database', () => {
  test.use({
    // eslint-disable-next-line no-empty-pattern
    officeFolder: async ({}, use, info) => {
      const sql = `update audit_entries set actor = null where seq =
        (select seq from audit_entries where action = 'dossier.opened' order by seq limit 1)`
      await use(tampered(await journalOffice(), info.outputPath('tampered'), sql))
    },
  })

  test('is named at its entry, with what to do', async ({ app }) => {
    await logIn(app, head)
    await toJournal(app)
    await app.getByRole('button', { name: 'Провери веригата' }).press('Enter')
    const result = app.getByRole('region', { name: 'Веригата е прекъсната.' })
    await expect(result).toContainText(/Запис №\s\d+ \(.*ч\.\): променен е/)
    await expect(result).toContainText('Записите преди него са цели.')
    await result.getByRole('button', { name: 'Покажи записа' }).first().press('Enter')
    const broken = rows(app).filter({ hasText: 'Прекъсната верига' })
    await expect(broken.filter({ hasText: 'Някой без вход отвори досието на' })).toHaveCount(1)
    await expect(app.getByRole('grid')).toBeFocused()
    await expectAccessible(app)
  })
})
