/**
 * `npm run screenshots`: makes an invented office, walks through its pages in Chromium and keeps
 * their pictures in docs/guide/images/. `--dir D` takes a demo office that is there already.
 */
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import './require-node-24.mjs'
import { chromium } from '@playwright/test'
import { ensureBuilt } from './built.mjs'
import { ensureChromium } from './chromium.mjs'
import { palettePng } from './palette-png.mjs'

const root = path.join(import.meta.dirname, '..')
const images = path.join(root, 'docs/guide/images')
const seed = 'opora'
const size = { width: 1366, height: 768 }
const zoomed = { width: 683, height: 384 }
const { values } = parseArgs({ options: { dir: { type: 'string' }, only: { type: 'string' } } })

if (!ensureBuilt()) process.exit(1)
mkdirSync(images, { recursive: true })

const folders = []
function newFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'opora-screenshots-'))
  folders.push(folder)
  return path.join(folder, 'office')
}

function makeDemo() {
  const dir = newFolder()
  const args = ['demo', '--dir', dir, '--people', '60', '--seed', seed]
  const cli = path.join(root, 'dist/main/cli.js')
  const { status } = spawnSync(process.execPath, [cli, ...args], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
  return dir
}

/** @returns {Promise<{ url: string, stop: () => Promise<void> }>} */
async function serve(dir) {
  mkdirSync(dir, { recursive: true })
  const file = path.join(root, 'dist/main/server.js')
  const child = spawn(process.execPath, [file, '--dir', dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const url = await new Promise((resolve, reject) => {
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text
      const found = /^OPORA_URL=(\S+)\r?\n/m.exec(output)?.[1]
      if (found) resolve(found)
    })
    void ended.then(() => reject(new Error(`The office server ended:\n${output}`)))
  })
  return {
    url,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

const browser = await chromium.launch({ executablePath: ensureChromium() })
const newPage = (viewport = size, deviceScaleFactor = 1) =>
  browser.newPage({
    viewport,
    deviceScaleFactor,
    locale: 'bg-BG',
    timezoneId: 'Europe/Sofia',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
const drawing = await newPage()

/** Keeps what the page shows now. */
async function keep(page, name) {
  if (values.only && !name.includes(values.only)) return
  // Out of the way: what the mouse rests on looks chosen.
  await page.mouse.move(size.width / 2, 2)
  await page.waitForTimeout(700)
  const png = (await page.screenshot({ caret: 'hide' })).toString('base64')
  const image = await drawing.evaluate(async (data) => {
    /* global Image, OffscreenCanvas, btoa */
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    context.drawImage(image, 0, 0)
    const { data: dots, width, height } = context.getImageData(0, 0, image.width, image.height)
    let text = ''
    for (let at = 0; at < dots.length; at += 8192)
      text += String.fromCharCode(...dots.subarray(at, at + 8192))
    return { width, height, dots: btoa(text) }
  }, png)
  const small = palettePng({ ...image, rgba: Buffer.from(image.dots, 'base64') })
  writeFileSync(path.join(images, `${name}.png`), small)
  console.log(`${name}.png ${String(Math.round(small.length / 1024))} KB`)
}

const password = 'lipa 4 vrabcheta'
const patient = { timeout: 60_000 }

/** Nothing is asked of the office any more, and the page has drawn its answers. */
async function settle(page) {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(400)
  await page.waitForLoadState('networkidle')
}

async function logIn(page, name) {
  await page.getByRole('radio', { name }).check()
  await page.getByLabel('Парола', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Раздели' }).waitFor(patient)
  await page.getByRole('heading', { level: 1, name: /^Днес/ }).waitFor(patient)
  await settle(page)
}

async function logOut(page, name) {
  await page.getByRole('button', { name }).click()
  await page.getByRole('menuitem', { name: 'Изход' }).click()
  await page.getByLabel('Парола', { exact: true }).waitFor(patient)
}

async function open(page, place) {
  await page.evaluate((hash) => {
    /* global location */
    location.hash = hash
  }, place)
  await page.getByRole('heading', { level: 1 }).first().waitFor(patient)
  await settle(page)
}

/** Opens the first line of a list, by its name when one is given. */
async function openFirst(page, place, text) {
  await open(page, place)
  const rows = page.getByRole('grid').getByRole('row')
  const row = text === undefined ? rows.nth(1) : rows.filter({ hasText: text }).first()
  await row.getByRole('button').or(row.getByRole('link')).first().click()
  await settle(page)
}

/** The paper of a page is drawn. */
const paper = (page) => page.locator('canvas').first().waitFor(patient)

/** The first start, in an office of its own. */
async function setUp() {
  const { url, stop } = await serve(newFolder())
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

/** A copy in a folder that stands for a stick, and the look into it before a restore. */
async function archive(page) {
  const stick = path.join(tmpdir(), 'АРХИВ-1')
  rmSync(stick, { recursive: true, force: true })
  mkdirSync(stick)
  folders.push(stick)
  await open(page, '#/backup')
  await page.getByLabel(/^Път до папката/).fill(stick)
  await page.getByRole('button', { name: 'Направи копие' }).click()
  await page.getByText('Архивът е проверен.').waitFor(patient)
  await settle(page)
  await keep(page, 'backup')
  await page
    .getByRole('button', { name: /^Възстанови копието/ })
    .first()
    .click()
  await page.getByLabel('Парола от деня на копието').waitFor(patient)
  await page.evaluate(() => {
    /* global window, document */
    window.scrollTo(0, 0)
    document.querySelector('main')?.scrollTo(0, 0)
  })
  await keep(page, 'backup-restore')
}

/** Where nobody can log in: the database of a copy of the office is spoiled. */
async function rescue(dir) {
  const spoiled = newFolder()
  cpSync(dir, spoiled, { recursive: true })
  writeFileSync(path.join(spoiled, 'office.opora'), Buffer.alloc(8192, 7))
  const { url, stop } = await serve(spoiled)
  const page = await newPage()
  await page.goto(url)
  await page.getByRole('radio', { name: 'Мария Грижева' }).check()
  await page.getByLabel('Парола', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Службата не се отваря' }).waitFor(patient)
  await page.waitForTimeout(3000)
  await keep(page, 'backup-rescue')
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
  await open(page, '#/settings/office')
  await keep(page, 'settings')
  await open(page, '#/projects')
  await keep(page, 'projects')
  await open(page, '#/journal')
  await keep(page, 'journal')
  await archive(page)
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

try {
  await setUp()
  const dir = values.dir ?? makeDemo()
  await pages(dir)
  await rescue(dir)
} finally {
  await browser.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
