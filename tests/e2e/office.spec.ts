import type { Page } from '@playwright/test'
import { expectAccessible } from './fixtures/accessibility.ts'
import { expect, test } from './fixtures/app.ts'
import { pressCyrillic } from './fixtures/keyboard.ts'
import { effort, forgetEffort } from './fixtures/watch.ts'

// Twelve signs: the log-in of the morning is these and Enter. Latin, so that every sign is a key.
const password = 'limon7varbag'

const patient = { timeout: 120_000 }

/** Types into the field that must already have the focus; Enter goes on. */
async function fill(page: Page, label: string | RegExp, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: typeof label === 'string' })
  await expect(field).toBeFocused()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

/** The office of the test, up to its recovery sheet, by keyboard alone. */
async function makeOffice(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Нов център' })).toBeFocused()
  await page.keyboard.press('Enter')
  await fill(page, 'Име на службата', 'Център за социални услуги')
  await fill(page, 'Община', 'Примерна')
  await expect(page.getByRole('combobox', { name: 'Област' })).toBeFocused()
  await page.keyboard.type('Кюст')
  await expect(page.getByRole('option', { name: 'Кюстендил' })).toBeVisible()
  await page.keyboard.press('Enter')
  await fill(page, 'ЕИК', '000193281')
  // „Град“ is chosen already: Enter passes it by.
  await fill(page, 'Населено място', 'Примерна')
  await fill(page, 'Адрес', 'ул. „Първа“ 1')
  await fill(page, /^Телефон/, '078 550 000')
  await expect(page.getByLabel(/^Имейл/)).toBeFocused()
  await page.keyboard.press('Enter')

  // A wrong last digit is named on top and at its field; the link leads there, nothing is lost.
  const summary = page.getByRole('alert', { name: 'Има 1 нещо за поправяне' })
  await expect(summary).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await fill(page, 'ЕИК', '000193282')
  await page.keyboard.press('Control+s')

  await fill(page, 'Кмет', 'Петър Стоянов Примеров')
  await fill(page, 'Ръководител на услугата', 'Мария Георгиева Пробева')
  await expect(page.getByLabel(/^Главен счетоводител/)).toBeFocused()
  await page.keyboard.press('Enter')

  // A regime that is not built is named and refuses politely.
  await expect(page.getByLabel('Асистентска подкрепа (ЗСУ)')).toBeFocused()
  await page.keyboard.press('Digit2')
  await expect(page.getByText('Закон за личната помощ, от 01.01.2019')).toBeVisible()
  await page.keyboard.press('Enter')
  const refusal = page.getByRole('alert', { name: 'Има 1 нещо за поправяне' })
  await expect(refusal).toBeFocused()
  await expect(refusal).toContainText('още не се води')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Digit1')
  await expect(page.getByText('3 години (по чл.\u00A016, ал.\u00A02 от ЗСУ)')).toBeVisible()
  await page.keyboard.press('Enter')

  await fill(page, 'Име за показване', 'Мария Петрова')
  await fill(page, /^Длъжност/, 'администратор')
  await expect(page.getByLabel('Парола', { exact: true })).toBeFocused()
  await page.keyboard.type('parola123456')
  await expect(page.getByText('Слаба – ще бъде отказана.')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert', { name: 'Има 1 нещо за поправяне' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
}

/** A stick is not at hand: the first copy comes later. */
async function copyLater(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'По-късно, напомни ми утре' })).toBeFocused(patient)
  await expectAccessible(page)
  await page.keyboard.press('Enter')
}

/** The groups of the sheet that the page shows, as a reader of its text hears them. */
async function groupsOf(page: Page): Promise<string[]> {
  const text = page.getByText(/^Страница\s1: /)
  await expect(text).toContainText(/група\s8/, patient)
  const spoken = (await text.textContent()) ?? ''
  return [...spoken.matchAll(/група\s\d\s+((?:[A-Z0-9]\s*){5})/g)].map((match) =>
    (match[1] ?? '').replaceAll(/\s/g, ''),
  )
}

const ordinals = [
  'първата',
  'втората',
  'третата',
  'четвъртата',
  'петата',
  'шестата',
  'седмата',
  'осмата',
]

/** From the shown sheet to the typing of its group; returns what must be typed. */
async function askedGroup(page: Page): Promise<string> {
  await expect(page.getByRole('button', { name: 'Отпечатай' })).toBeFocused(patient)
  const groups = await groupsOf(page)
  expect(groups).toHaveLength(8)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Отпечатах го' })).toBeFocused()
  await page.keyboard.press('Enter')
  const field = page.getByLabel(/^Препишете .* група от листа$/)
  await expect(field).toBeFocused()
  // What is asked for stands nowhere on the screen.
  for (const group of groups) await expect(page.getByText(group)).toHaveCount(0)
  const label = await page.locator('label').first().textContent()
  return groups[ordinals.findIndex((word) => label?.includes(word))] ?? 'none'
}

async function confirmSheet(page: Page): Promise<void> {
  await page.keyboard.type(await askedGroup(page))
  await page.keyboard.press('Enter')
}

async function logOut(page: Page): Promise<void> {
  const header = page.getByRole('banner')
  await header.getByRole('button', { name: 'Мария Петрова' }).focus()
  await page.keyboard.press('Enter')
  const out = page.getByRole('menuitem', { name: 'Изход' })
  // The menu takes the focus when it has opened.
  await expect(async () => {
    await out.focus()
    await expect(out).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Парола', { exact: true })).toBeFocused()
}

const today = (page: Page) => page.getByRole('heading', { level: 1, name: /^Днес – / })

test('from the first start to „Днес“ by keyboard alone, then out and in with 13 keys', async ({
  app,
}) => {
  await expect(app.getByRole('button', { name: 'Нов център' })).toBeFocused()
  // The one-time token does not stay in the address.
  expect(app.url()).not.toContain('setup=')
  await expectAccessible(app)
  await makeOffice(app)

  const asked = await askedGroup(app)
  await app.keyboard.type('AAAAA')
  await app.keyboard.press('Enter')
  await expect(app.getByText(/Това не е група \d от листа/)).toBeVisible()
  await expect(app.getByLabel(/^Препишете/)).toBeFocused()
  await expectAccessible(app)
  // What is printed may be typed in small letters.
  await app.keyboard.type(asked.toLowerCase())
  await app.keyboard.press('Enter')
  await copyLater(app)
  await expect(app.getByText('Центърът е създаден и може да бъде възстановен.')).toBeVisible()
  await app.getByRole('button', { name: 'Към „Днес“' }).focus()
  await app.keyboard.press('Enter')
  await expect(today(app)).toBeVisible()
  await expectAccessible(app)
  expect((await effort(app)).clicks).toBe(0)

  await logOut(app)
  await expect(app.getByRole('heading', { level: 1 })).toHaveText(
    'Център за социални услуги – Община Примерна',
  )
  await expect(app.getByLabel('Мария Петрова')).toBeChecked()
  await expectAccessible(app)
  await forgetEffort(app)
  await app.keyboard.type(password)
  await app.keyboard.press('Enter')
  await expect(today(app)).toBeVisible(patient)
  const spent = await effort(app)
  expect(spent.keys).toBeLessThanOrEqual(13)
  expect(spent.clicks).toBe(0)
})

test('closed before the sheet is confirmed: the next log-in goes on there, and nowhere else', async ({
  app,
}) => {
  await makeOffice(app)
  await expect(app.getByRole('button', { name: 'Отпечатай' })).toBeFocused(patient)
  await app.getByRole('button', { name: /^Изход/ }).focus()
  await app.keyboard.press('Enter')
  await expect(app.getByLabel('Парола', { exact: true })).toBeFocused()
  await app.keyboard.type(password)
  await app.keyboard.press('Enter')
  await expect(app.getByRole('heading', { name: 'Лист за възстановяване' })).toBeVisible(patient)
  await app.goto(new URL('#/today', app.url()).href)
  await expect(today(app)).toHaveCount(0)
  await app.getByRole('button', { name: 'Подготви нов лист' }).focus()
  await app.keyboard.press('Enter')

  // Three wrong groups: this sheet cannot be confirmed any more.
  await askedGroup(app)
  for (const wrong of ['AAAAA', 'BBBBB', 'CCCCC']) {
    await expect(app.getByLabel(/^Препишете/)).toBeFocused()
    await app.keyboard.press('Control+a')
    await app.keyboard.type(wrong)
    await app.keyboard.press('Enter')
    await expect(app.getByText(/Това не е група|не съвпадна три пъти/)).toBeVisible()
  }
  await expect(app.getByText('не съвпадна три пъти')).toBeVisible()
  await expect(app.getByRole('button', { name: 'Подготви нов лист' })).toBeFocused()
  await app.keyboard.press('Enter')
  await confirmSheet(app)
  await copyLater(app)
  await expect(app.getByText('Центърът е създаден и може да бъде възстановен.')).toBeVisible()
})

test('wrong password, waiting, lock with an unsaved form, a dated rule, a new profile', async ({
  app,
}) => {
  await makeOffice(app)
  await confirmSheet(app)
  await copyLater(app)
  await app.getByRole('button', { name: 'Към „Днес“' }).focus()
  await app.keyboard.press('Enter')
  await expect(today(app)).toBeVisible()

  // Lock in the middle of a form: the same field with the same text comes back.
  const place = new URL('#/settings/office', app.url()).href
  await app.goto(place)
  const phone = app.getByLabel(/^Телефон/)
  await phone.focus()
  await app.keyboard.press('Control+a')
  await app.keyboard.type('0888 111 222')
  await pressCyrillic(app, 'Alt+KeyL')
  await expect(app.getByRole('heading', { name: 'Екранът е заключен' })).toBeVisible()
  await expect(app.getByText('Примеров')).toHaveCount(0)
  await expectAccessible(app)
  await app.keyboard.type(password)
  await app.keyboard.press('Enter')
  await expect(phone).toBeFocused(patient)
  await expect(phone).toHaveValue('0888 111 222')
  await expect(app.getByRole('link', { name: '1 чернова' })).toBeVisible()
  await expectAccessible(app)
  await app.keyboard.press('Control+s')
  await expect(app.getByText(/^Записано/)).toBeVisible()
  await expect(app.getByRole('link', { name: '1 чернова' })).toHaveCount(0)

  // A dated rule: the past is locked, a value from today on stands with its ground.
  await app.goto(new URL('#/settings/rules/limits', app.url()).href)
  await app
    .getByRole('button', { name: 'Нова стойност: Лица на един асистент – най-много' })
    .focus()
  await app.keyboard.press('Enter')
  const dialog = app.getByRole('dialog')
  await dialog.getByLabel('В сила от', { exact: true }).fill('01.01.2020')
  await dialog.getByLabel('Основание').fill('Заповед № 7')
  await app.keyboard.press('Control+s')
  await expect(dialog.getByText('Новата стойност важи най-рано от днес')).toBeVisible()
  await dialog.getByLabel('В сила от', { exact: true }).fill('д')
  await dialog.getByLabel('Брой лица').fill('4')
  await app.keyboard.press('Control+s')
  await expect(dialog).toHaveCount(0)
  await expect(app.getByRole('row', { name: /Лица на един асистент/ })).toContainText('4\u00A0лица')
  await expect(app.getByText(/от \d\d\.\d\d\.\d{4}\s?г\. – Заповед № 7/)).toBeVisible()
  await expectAccessible(app)

  // A new profile; its owner must choose a password of their own.
  await app.goto(new URL('#/settings/accounts/new', app.url()).href)
  await fill(app, 'Име за показване', 'Георги Димитров')
  await app.getByLabel('деловодител').focus()
  await app.keyboard.press('Space')
  await app.getByLabel('Първа парола').fill('dadena parola 48 reka')
  await app.keyboard.press('Control+s')
  await expect(app.getByRole('row', { name: /Георги Димитров/ })).toContainText(
    'чака своя парола',
    patient,
  )
  await expectAccessible(app)
  await logOut(app)

  for (let i = 0; i < 3; i += 1) {
    await app.keyboard.press('Control+a')
    await app.keyboard.type('drugaparola1')
    await app.keyboard.press('Enter')
    const message = app.getByText('Паролата не съвпада. Клавиатурата е на EN.')
    await expect(message).toBeVisible(patient)
    await expect(app.getByRole('button', { name: /^Влез/ })).toBeEnabled(patient)
    await expect(app.getByLabel('Парола', { exact: true })).toBeFocused()
  }
  // Each further try waits longer: a slow machine may need another one to be early enough.
  await expect(async () => {
    await app.keyboard.press('Enter')
    await expect(app.getByText(/^Следващ опит – след \d+\sсекунд/)).toBeVisible({ timeout: 5_000 })
  }).toPass(patient)

  // Another profile is not kept waiting.
  await app.getByLabel('Георги Димитров').check()
  await app.getByLabel('Парола', { exact: true }).fill('dadena parola 48 reka')
  await app.keyboard.press('Enter')
  await expect(app.getByRole('heading', { name: 'Изберете своя парола' })).toBeVisible(patient)
  await expectAccessible(app)
  await fill(app, 'Дадената парола', 'dadena parola 48 reka')
  await fill(app, 'Нова парола', 'zelena krusha 48')
  await expect(today(app)).toBeVisible(patient)
  // A clerk has no settings, not even by the address.
  await expect(app.getByRole('link', { name: 'Настройки' })).toHaveCount(0)
  await app.goto(new URL('#/settings/accounts', app.url()).href)
  await expect(app.getByRole('heading', { name: 'Страницата не е за Вашата роля' })).toBeVisible()
})
