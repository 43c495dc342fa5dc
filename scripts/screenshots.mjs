/**
 * `npm run screenshots`: makes an invented office, walks through its pages in Chromium and keeps
 * their pictures in docs/guide/images/. `--dir D` takes a demo office that is there already;
 * `--only backup` makes the pictures with this in their name.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import './require-node-24.mjs'
import { ensureBuilt } from './built.mjs'
import { archive } from './guide-archive.mjs'
import { openCamera, size } from './guide-camera.mjs'
import {
  logIn,
  logOut,
  makeDemo,
  newFolder,
  open,
  openFirst,
  patient,
  cleanUp,
  serve,
  settle,
} from './guide-office.mjs'
import { team } from './guide-team.mjs'

const zoomed = { width: 683, height: 384 }
const { values } = parseArgs({ options: { dir: { type: 'string' }, only: { type: 'string' } } })

if (!ensureBuilt()) process.exit(1)
const camera = await openCamera(values.only)
const { keep, newPage } = camera

/** The paper of a page is drawn. */
const paper = (page) => page.locator('canvas').first().waitFor(patient)

/** The first start, in an office of its own. */
async function setUp() {
  const { url, stop } = await serve(path.join(newFolder(), 'office'))
  const page = await newPage()
  await page.goto(url)
  await page.getByRole('button', { name: 'Нов център' }).waitFor(patient)
  await keep(page, 'setup-welcome')
  await page.keyboard.press('Enter')
  const type = async (...texts) => {
    for (const text of texts) {
      await page.keyboard.type(text)
      await page.waitForTimeout(150)
      await page.keyboard.press('Enter')
      await page.waitForTimeout(150)
    }
  }
  await type('Център за социални услуги', 'Примерна', 'Кюстендил', '000193282', 'Примерна')
  await type('ул. „Първа“ № 1', '078 550 000')
  await keep(page, 'setup-office')
  await type('')
  await type('Петър Стоянов Примеров', 'Мария Георгиева Пробева', '', '1')
  await type('Мария Пробева', 'ръководител')
  await page.keyboard.type('limon 7 varba sinya')
  await keep(page, 'setup-account')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Отпечатай' }).waitFor({ timeout: 180_000 })
  await page.getByText(/^Страница\s1: /).waitFor(patient)
  await keep(page, 'setup-recovery-sheet')
  await page.getByRole('button', { name: 'Отпечатах го' }).click()
  await page.getByLabel(/^Препишете/).waitFor(patient)
  await keep(page, 'setup-recovery-confirm')
  await page.close()
  await stop()
}

async function pages(dir) {
  const { url, stop } = await serve(dir)
  const page = await newPage()
  await page.goto(url)
  await page.getByLabel('Парола', { exact: true }).waitFor(patient)
  await keep(page, 'login')

  await logIn(page, 'Стоянка Входящева')
  await open(page, '#/applications/new')
  await page.locator('[data-field="entryNumber"]').fill('94-1287')
  await page.locator('[data-field="person.idNumber"]').fill('4506129261')
  await keep(page, 'application-new')
  await open(page, '#/applications')
  await keep(page, 'applications')
  await logOut(page, 'Стоянка Входящева')

  await logIn(page, 'Мария Грижева')
  await keep(page, 'today')
  await page.emulateMedia({ colorScheme: 'dark' })
  await keep(page, 'today-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('сев кал')
  await page.waitForTimeout(500)
  await keep(page, 'search')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+/')
  await keep(page, 'keys')
  await page.keyboard.press('Escape')
  await open(page, '#/people')
  await keep(page, 'people')
  await openFirst(page, '#/contracts', 'В сила')
  await paper(page)
  await keep(page, 'contract')
  await page.getByRole('main').locator('a[href*="/people/"]').first().click()
  await settle(page)
  await keep(page, 'dossier')
  await page.setViewportSize(zoomed)
  await keep(page, 'dossier-200')
  await page.setViewportSize(size)
  await openFirst(page, '#/applications', 'Регистрирано')
  await keep(page, 'application')
  await openFirst(page, '#/assessments', 'Чака одобрение')
  await paper(page)
  await keep(page, 'assessment-approval')
  await openFirst(page, '#/plans', 'Подписан')
  await keep(page, 'plan')
  await openFirst(page, '#/contracts/ready')
  await paper(page)
  await keep(page, 'contract-new')
  await page.keyboard.press('Control+p')
  await page.getByRole('heading', { name: /^Издаване на договор/ }).waitFor(patient)
  await keep(page, 'contract-issue')
  await page.keyboard.press('Escape')
  await open(page, '#/contracts')
  await keep(page, 'contracts')
  await open(page, '#/papers')
  await keep(page, 'papers')
  await team(camera, page)
  await open(page, '#/settings/office')
  await keep(page, 'settings')
  await open(page, '#/projects')
  await keep(page, 'projects')
  await open(page, '#/journal')
  await keep(page, 'journal')
  await logOut(page, 'Мария Грижева')

  await logIn(page, 'Елена Оценкова')
  await openFirst(page, '#/assessments/waiting')
  await page.locator('[data-scoring-row="0"]').waitFor(patient)
  await page
    .locator('[data-scoring-row="0"] [role=radio], [data-scoring-row="0"] input')
    .first()
    .focus()
  for (const digit of '3212332213') await page.keyboard.press(`Digit${digit}`)
  await keep(page, 'assessment-sheet')
  await openFirst(page, '#/plans', 'Чернова')
  await page.getByRole('tab', { name: /^Цели/ }).click()
  await keep(page, 'plan-goals')
  await page.getByRole('tab', { name: /^Седмица/ }).click()
  await keep(page, 'plan-week')
  await logOut(page, 'Елена Оценкова')

  await logIn(page, 'Пламен Ключаров')
  await open(page, '#/settings/accounts')
  await keep(page, 'accounts')
  await page.close()
  await stop()
}

/** Whether a walk makes any of the pictures that are wanted. */
const wanted = (start) => values.only === undefined || values.only.startsWith(start)
const isOneWalk = wanted('setup') || wanted('backup')

try {
  if (wanted('setup')) await setUp()
  const dir = values.dir ?? makeDemo()
  if (values.only === undefined || !isOneWalk) await pages(dir)
  if (wanted('backup')) await archive(camera, dir)
} finally {
  await camera.close()
  await cleanUp()
}
