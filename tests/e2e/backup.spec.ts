import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './fixtures/accessibility.ts'
import { expect } from './fixtures/app.ts'
import { clerk, copyTo, first, head, test, toArchive, typeSecret } from './fixtures/archive.ts'
import { patient } from './fixtures/by-keys.ts'
import { logIn, officePassword } from './fixtures/prepared-office.ts'
import { effort, forgetEffort } from './fixtures/watch.ts'

test('a clerk makes a verified copy in eight keys; the light in the header tells of it', async ({
  app,
  stick,
}) => {
  await logIn(app, clerk)
  await expect(app.getByRole('link', { name: 'Няма архив' })).toBeVisible(patient)
  await toArchive(app)
  await expectAccessible(app)
  // Nowhere: said at the place, nothing is begun.
  await app.keyboard.press('Enter')
  await expect(app.getByText('Изберете носител или въведете път до папка.')).toBeVisible()
  await app.getByLabel(/^Път до папката/).fill(path.join(stick, 'няма такава'))
  await app.getByRole('button', { name: 'Направи копие' }).press('Enter')
  await expect(app.getByRole('alert')).toContainText('Няма такова място')
  await app.getByLabel(/^Път до папката/).fill(stick)
  await app.getByRole('button', { name: 'Направи копие' }).press('Enter')
  await expect(app.getByText('Архивът е проверен.')).toBeVisible(patient)
  await expect(app.getByRole('link', { name: 'Архив: днес' })).toBeVisible()
  await expect(app.getByRole('row').filter({ hasText: 'Проверен' })).toContainText(clerk)
  // A clerk restores nothing over an office that works.
  await expect(app.getByRole('button', { name: /^Възстанови копието/ })).toHaveCount(0)

  // The next day: the place is known, and the copy is eight keys.
  await app.keyboard.press('Alt+1')
  await expect(app.getByRole('heading', { level: 1, name: /^Днес/ })).toBeVisible()
  await forgetEffort(app)
  await toArchive(app)
  await app.keyboard.press('Enter')
  await expect(app.getByText('Архивът е проверен.')).toBeVisible(patient)
  await expect(app.getByRole('row').filter({ hasText: 'Проверен' })).toHaveCount(2)
  const { keys, clicks } = await effort(app)
  expect(keys).toBeLessThanOrEqual(8)
  expect(clicks).toBe(0)
  await expectAccessible(app)
})

test('what was entered after the copy goes and comes back: restore, numbers, undo', async ({
  app,
  stick,
}) => {
  await logIn(app, head)
  await copyTo(app, stick)
  const toOffice = async () => {
    await app.getByRole('link', { name: 'Настройки' }).press('Enter')
    await expect(phone).toBeVisible(patient)
  }
  const phone = app.locator('[data-field="phone"]')
  await toOffice()
  await expect(phone).toHaveValue('078550000')
  await phone.fill('078 777 777')
  await app.keyboard.press('Control+s')
  await expect(app.getByText(/^Записано/).first()).toBeVisible(patient)

  await forgetEffort(app)
  await toArchive(app)
  // By keys alone: from the button on to the row of the copy.
  const restore = app.getByRole('button', { name: /^Възстанови копието/ }).first()
  for (let pressed = 0; pressed < 20; pressed++) {
    if (await restore.evaluate((button) => button === document.activeElement)) break
    await app.keyboard.press('Tab')
  }
  await expect(restore).toBeFocused()
  await app.keyboard.press('Enter')
  await expect(app.getByText(/те ще се загубят|той ще се загуби/)).toBeVisible(patient)
  await expect(app.getByLabel(head, { exact: true })).toBeChecked()
  await expect(app.getByLabel('Парола от деня на копието')).toBeFocused()
  await expectAccessible(app)
  await app.keyboard.type(officePassword)
  await app.keyboard.press('Control+s')
  await expect(app.getByText(/^Състоянието от .+ е върнато\.$/)).toBeVisible(patient)
  // To the very end, the whole password included.
  const { keys, clicks } = await effort(app)
  expect(keys).toBeLessThanOrEqual(34)
  expect(clicks).toBe(0)
  await expectAccessible(app)
  await logIn(app, head)
  await toOffice()
  await expect(phone).toHaveValue('078550000')
  await app.keyboard.press('Alt+1')

  // No number is drawn before somebody looked at the paper.
  await app.getByRole('link', { name: 'Въведи номерата' }).press('Enter')
  await expect(app.getByRole('heading', { name: 'Последни номера на хартия' })).toBeVisible()
  await expectAccessible(app)
  const boxes = app.getByRole('textbox')
  await expect(boxes.first()).toBeFocused()
  for (let box = 0; box < (await boxes.count()); box++) {
    await app.keyboard.type(box === 0 ? '3' : '0')
    await app.keyboard.press('Enter')
  }
  await app.keyboard.press('Control+s')
  await expect(app.getByText('Записана е 1 липса. Номера пак се дават.')).toBeVisible()

  await expect(app.getByRole('heading', { level: 1, name: 'Архив' })).toBeVisible()
  await app.getByRole('button', { name: 'Отмени възстановяването' }).press('Enter')
  await app.getByLabel('Парола отпреди възстановяването').fill('не е тази 123')
  await app.keyboard.press('Control+s')
  await expect(app.getByText(/Паролата не съвпада/)).toBeVisible(patient)
  await app.getByLabel('Парола отпреди възстановяването').fill(officePassword)
  await app.keyboard.press('Control+s')
  await expect(app.getByText(/^Състоянието от .+ е върнато\.$/)).toBeVisible(patient)
  await logIn(app, head)
  await toOffice()
  await expect(phone).toHaveValue('078777777')
})

test('the administrator changes the key: everybody keeps the password, old copies the old one', async ({
  app,
  stick,
}) => {
  await logIn(app, first)
  await copyTo(app, stick)
  await app.getByRole('link', { name: 'Настройки' }).press('Enter')
  await app.getByRole('link', { name: 'Сигурност' }).press('Enter')
  await app.getByRole('link', { name: 'Смяна на ключа…' }).press('Enter')
  await typeSecret(app, 'Вашата парола')
  await expectAccessible(app)
  await app.keyboard.press('Control+s')
  await expect(app.getByText('Ключът е сменен.', { exact: false })).toBeVisible(patient)
  await app.getByRole('button', { name: first }).press('Enter')
  await app.getByRole('menuitem', { name: 'Изход' }).press('Enter')
  await logIn(app, head)
  await toArchive(app)
  // The copy from before asks for the password of its day, and opens with it.
  await app
    .getByRole('button', { name: /^Възстанови копието/ })
    .first()
    .press('Enter')
  await typeSecret(app, 'Парола от деня на копието')
  await app.keyboard.press('Control+s')
  await expect(app.getByText(/^Състоянието от .+ е върнато\.$/)).toBeVisible(patient)
})

/** Long work stands still in its beginning: what it asks of the office is held back until that is let go. */
async function hold(page: Page, procedure: string): Promise<() => void> {
  let go = () => {}
  const held = new Promise<void>((resolve) => (go = resolve))
  await page.route(`**/api/${procedure}`, async (route) => {
    await held
    await route.continue()
  })
  return go
}

/** All of the long work that the header tells of. */
async function openWork(page: Page, label: string): Promise<Locator> {
  await page.getByRole('banner').getByRole('button', { name: label }).press('Enter')
  const work = page.getByRole('dialog')
  await expect(work.getByRole('progressbar', { name: label })).toBeVisible()
  return work
}

test('the header stops a copy, and neither a change of key nor a restore, which go to their end', async ({
  app,
  shell,
  stick,
}) => {
  test.skip(shell === 'electron', 'what is asked of the office is held back on its way over HTTP')
  const stop = { name: 'Спри' }
  await logIn(app, first)
  await copyTo(app, stick)
  const copying = await hold(app, 'backup/make')
  await app.getByRole('button', { name: 'Направи копие' }).press('Enter')
  const copy = await openWork(app, 'Архивно копие')
  await copy.getByRole('button', stop).press('Enter')
  await expect(app.getByText('Спряно по Ваше искане.', { exact: false })).toBeVisible(patient)
  copying()

  await app.getByRole('link', { name: 'Настройки' }).press('Enter')
  await app.getByRole('link', { name: 'Сигурност' }).press('Enter')
  await app.getByRole('link', { name: 'Смяна на ключа…' }).press('Enter')
  await typeSecret(app, 'Вашата парола')
  const changing = await hold(app, 'keyring/change')
  await app.keyboard.press('Control+s')
  await openWork(app, 'Смяна на ключа')
  await expect(app.getByRole('button', stop)).toHaveCount(0)
  changing()
  await expect(app.getByText('Ключът е сменен.', { exact: false })).toBeVisible(patient)

  await toArchive(app)
  const copies = app.getByRole('button', { name: /^Възстанови копието/ })
  await copies.first().press('Enter')
  await typeSecret(app, 'Парола от деня на копието')
  const restoring = await hold(app, 'restore/run')
  await app.keyboard.press('Control+s')
  await openWork(app, 'Възстановяване')
  await expect(app.getByRole('button', stop)).toHaveCount(0)
  restoring()
  await expect(app.getByText(/^Състоянието от .+ е върнато\.$/)).toBeVisible(patient)
})

const longNames = [
  'Архив на службата за лична помощ – втори носител, синята папка',
  'АРХИВНОСИТЕЛНАСЛУЖБАТАЗАСОЦИАЛНИУСЛУГИПРИМЕРНАВТОРИЕКЗЕМПЛЯР',
].map((name) => name.slice(0, 60))

test('names of sixty signs and what was put aside: nothing runs out of the page at 200 %, dark, English; removed by hand', async ({
  app,
  dataDir,
  stick,
}) => {
  const put = path.join(dataDir, 'aside', '20261101T080000000Z-restore')
  mkdirSync(put, { recursive: true })
  writeFileSync(path.join(put, 'office.opora'), Buffer.alloc(1_500_000, 1))
  await logIn(app, head)
  const deep = path.join(stick, 'Папка с дълго име за архивните копия на службата', 'x'.repeat(80))
  mkdirSync(deep, { recursive: true })
  await copyTo(app, deep)
  for (const name of longNames) {
    await app.getByRole('button', { name: /^Преименувай носителя/ }).click()
    await app.getByLabel(/^Име на носителя/).fill(name)
    await app.getByLabel(/^Име на носителя/).press('Enter')
    await expect(app.getByRole('heading', { name })).toBeVisible()
    for (const size of [
      { width: 1366, height: 768 },
      // 200 % on the same screen.
      { width: 683, height: 384 },
    ]) {
      await app.setViewportSize(size)
      expect(await sideways(app), `${name}, ${String(size.width)}`).toEqual([])
    }
    await app.setViewportSize({ width: 1366, height: 768 })
  }
  await app.emulateMedia({ colorScheme: 'dark' })
  await app.getByRole('button', { name: /Гергана Димитрова/ }).click()
  await app.getByRole('menuitem', { name: 'English' }).click()
  await expect(app.getByRole('heading', { name: 'Put aside' })).toBeVisible()
  await app.setViewportSize({ width: 683, height: 384 })
  expect(await sideways(app)).toEqual([])
  await app.setViewportSize({ width: 1366, height: 768 })
  await expectAccessible(app)

  await app.getByRole('button', { name: /^Remove what was put aside on/ }).click()
  await expectAccessible(app)
  await app.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(app.getByText(/^Removed\./)).toBeVisible()
  await expect(app.getByRole('heading', { name: 'Put aside' })).toHaveCount(0)
  expect(existsSync(put)).toBe(false)

  await app.setViewportSize({ width: 683, height: 384 })
  await app.evaluate(() => {
    location.hash = '#/'
  })
  await expect(app.getByRole('link', { name: 'To the archive' })).toBeVisible()
  expect(await sideways(app)).toEqual([])
})

/** What makes the page wider than the window; a table scrolls in a frame of its own. */
function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.clientWidth
    return [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > wide + 1)
      .filter((one) => !one.closest('[role="region"] table') && one.checkVisibility())
      .map((one) => `${one.tagName} ${one.className} ${one.textContent.slice(0, 40)}`)
  })
}

test('closing the window in the middle of a copy asks, and the copy comes to its end', async ({
  app,
  stick,
}, { project }) => {
  test.skip(project.name === 'electron', 'over the port of the desktop no request can be held')
  await logIn(app, clerk)
  await toArchive(app)
  await app.getByLabel(/^Път до папката/).fill(stick)
  const copying = await hold(app, 'backup/make')
  await app.getByRole('button', { name: 'Направи копие' }).press('Enter')
  await expect(app.getByRole('button', { name: /^Архивно копие/ })).toBeVisible()
  const asked = app.waitForEvent('dialog')
  const closing = app.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await closing
  copying()
  await expect(app.getByText('Архивът е проверен.')).toBeVisible(patient)
  // With nothing under way it closes without a word.
  const closed = app.waitForEvent('close')
  await app.close({ runBeforeUnload: true })
  await closed
})
