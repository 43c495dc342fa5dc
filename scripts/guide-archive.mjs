import { chmodSync, cpSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import {
  logIn,
  logOut,
  newFolder,
  open,
  password,
  patient,
  serve,
  settle,
} from './guide-office.mjs'

const head = 'Мария Грижева'
const administrator = 'Пламен Ключаров'
/** So high that every part of „Архив“ is in sight at once. */
const tall = { width: 1180, height: 2000 }

/**
 * Sticks for a computer that has none: the program asks `lsblk` what is plugged in, and ours, found
 * before the system's own, names folders. Only for Linux.
 */
function makeSticks() {
  const folder = newFolder()
  const bin = path.join(folder, 'bin')
  const list = path.join(folder, 'plugged-in')
  mkdirSync(bin)
  writeFileSync(path.join(bin, 'lsblk'), `#!/bin/sh\nexec cat '${list}'\n`)
  chmodSync(path.join(bin, 'lsblk'), 0o755)
  const places = (label) => [path.join(folder, label), path.join(folder, 'out', label)]
  const say = (...labels) => {
    const lines = labels.flatMap((label, index) => {
      const name = `sd${'bcd'[index]}`
      const common = `SIZE="15728640000" UUID="" ROTA="0" RO="0" RM="1" SERIAL="" MODEL="" OWNER="root"`
      return [
        `NAME="${name}" TYPE="disk" FSTYPE="" MOUNTPOINT="" TRAN="usb" LABEL="" ${common}`,
        `NAME="${name}1" TYPE="part" FSTYPE="exfat" MOUNTPOINT="${places(label)[0]}" TRAN="" LABEL="${label}" ${common}`,
      ]
    })
    writeFileSync(list, `${lines.join('\n')}\n`)
  }
  mkdirSync(path.join(folder, 'out'))
  say()
  return {
    env: { PATH: `${bin}${path.delimiter}${process.env.PATH}` },
    /** A new stick, and the only one that is in. */
    plugIn(label) {
      mkdirSync(places(label)[0])
      say(label)
    },
    pullOut(label) {
      renameSync(...places(label))
      say()
    },
  }
}

const section = (page, heading) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: heading }) })
const making = (page) => page.getByRole('region', { name: 'Направи копие' })
const heading = (page, name) => page.getByRole('heading', { level: 1, name })
const form = (page) => page.getByRole('main').locator('form')

async function makeCopy(page, stick) {
  await page.getByRole('radio', { name: new RegExp(stick, 'u') }).waitFor(patient)
  await page.getByRole('button', { name: 'Направи копие' }).click()
  await page.getByText('Архивът е проверен.').waitFor(patient)
  await settle(page)
}

/** Two sticks in turn: what is new, what is chosen, how far it is, what came of it. */
async function copies({ keep }, page, sticks, crawl) {
  await open(page, '#/backup')
  sticks.plugIn('Синя флашка')
  await page.getByLabel('Име на носителя').waitFor(patient)
  await keep(page, 'backup-new-medium', making(page))
  await makeCopy(page, 'Синя флашка')
  sticks.pullOut('Синя флашка')
  sticks.plugIn('Червена флашка')
  await makeCopy(page, 'Червена флашка')
  // What came of the last copy is not of this picture.
  await page.reload()
  await open(page, '#/backup')
  await page.getByRole('radio', { name: /^Червена флашка/ }).waitFor(patient)
  await keep(page, 'backup-choose', heading(page, 'Архив'), making(page))
  await page.getByRole('button', { name: 'Направи копие' }).click()
  const halfRead = making(page).getByText(/^Прочитане от носителя: [3-7]\d\s%/)
  const goOn = await crawl(halfRead.waitFor(patient).then(() => true))
  await keep(page, 'backup-progress', making(page))
  goOn()
  await page.getByText('Архивът е проверен.').waitFor(patient)
  await settle(page)
  const lists = page.getByRole('region', { name: /^Копия на носители – / })
  await keep(page, 'backup', heading(page, 'Архив'), lists.last())
}

async function selfCheck({ keep }, page) {
  await page.getByRole('button', { name: 'Провери данните сега' }).click()
  await page.getByText(/– всичко е наред\.$/).waitFor(patient)
  await settle(page)
  await keep(page, 'backup-check', section(page, 'Състояние на данните'))
}

/** Something is written after the copy, which a restore would lose. */
async function workOn(page) {
  await open(page, '#/settings/office')
  for (const phone of ['078 550 001', '078 550 002']) {
    await page.locator('[data-field="phone"]').fill(phone)
    await page.keyboard.press('Control+s')
    await page
      .getByText(/^Записано/)
      .first()
      .waitFor(patient)
    await settle(page)
  }
}

/** From the choice of a copy to the last numbers on paper. */
async function restore({ keep }, page) {
  await open(page, '#/backup')
  await page
    .getByRole('button', { name: /^Възстанови копието/ })
    .first()
    .click()
  const secret = page.getByLabel('Парола от деня на копието')
  await secret.waitFor(patient)
  await settle(page)
  const becomes = page.getByRole('main').locator('ul').last()
  await keep(page, 'backup-restore', heading(page, 'Възстановяване от архив'), becomes)
  await secret.fill(password)
  await keep(page, 'backup-restore-password', form(page))
  await page.keyboard.press('Control+s')
  const told = page.getByText(/^Състоянието от .+ е върнато\.$/)
  await told.waitFor(patient)
  await settle(page)
  await keep(
    page,
    'backup-restored',
    told,
    page.getByText('Влезте с паролата от деня на копието.'),
    form(page),
  )
  await logIn(page, head)
  await open(page, '#/backup')
  await page.getByRole('link', { name: 'Въведи номерата' }).click()
  await heading(page, 'Последни номера на хартия').waitFor(patient)
  const boxes = page.getByRole('main').getByRole('textbox')
  await boxes.first().waitFor(patient)
  const known = page.getByText(/^В базата (последният|няма)/)
  for (let box = 0; box < (await boxes.count()); box++) {
    const number = Number(/\d+/.exec(await known.nth(box).textContent())?.[0] ?? '0')
    // One contract of this year more than the copy knows of: that is what is asked for.
    await boxes.nth(box).fill(String(box === 1 ? number + 1 : number))
  }
  await keep(page, 'backup-numbers', heading(page, 'Последни номера на хартия'), form(page))
  await page.keyboard.press('Control+s')
  await heading(page, 'Архив').waitFor(patient)
  await settle(page)
}

async function afterwards({ keep }, page) {
  await keep(page, 'backup-aside', section(page, 'Отместено настрани'))
  const undo = page.getByRole('region', { name: /^Възстановено е копието/ })
  await keep(page, 'backup-undo', undo)
  await logOut(page, head)
  await logIn(page, administrator)
  await open(page, '#/settings/rules/security')
  await page.getByRole('link', { name: 'Смяна на ключа…' }).click()
  await page.getByLabel('Вашата парола').fill(password)
  await settle(page)
  await keep(page, 'backup-key', heading(page, /^Смяна на ключа/), form(page))
}

/** Where nobody can log in: the database of a copy of the office is spoiled. */
async function rescue({ keep, newPage }, dir, sticks) {
  const spoiled = path.join(newFolder(), 'office')
  cpSync(dir, spoiled, { recursive: true })
  writeFileSync(path.join(spoiled, 'office.opora'), Buffer.alloc(8192, 7))
  const { url, stop } = await serve(spoiled, sticks.env)
  const page = await newPage(tall)
  await page.goto(url)
  await page.getByRole('radio', { name: head }).check()
  await page.getByLabel('Парола', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await heading(page, 'Службата не се отваря').waitFor(patient)
  await page.getByText(/^Намерен/).waitFor(patient)
  await settle(page)
  await keep(page, 'backup-rescue', heading(page, 'Службата не се отваря'), form(page))
  await page.close()
  await stop()
}

/** Copies to sticks and the way back from them, in an office of their own: it is changed by it. */
export async function archive(camera, demo) {
  if (process.platform !== 'linux') {
    console.log('The pictures of the archive stay as they are: its sticks are made on Linux.')
    return
  }
  const sticks = makeSticks()
  const dir = path.join(newFolder(), 'office')
  cpSync(demo, dir, { recursive: true })
  const { url, stop, crawl } = await serve(dir, sticks.env)
  const page = await camera.newPage(tall)
  await page.goto(url)
  await page.getByLabel('Парола', { exact: true }).waitFor(patient)
  await logIn(page, head)
  await copies(camera, page, sticks, crawl)
  await selfCheck(camera, page)
  await workOn(page)
  await restore(camera, page)
  await afterwards(camera, page)
  await page.close()
  await stop()
  await rescue(camera, dir, sticks)
}
