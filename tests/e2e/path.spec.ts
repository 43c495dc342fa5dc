import type { Locator, Page, Response } from '@playwright/test'
import { lastDayOfMonths } from '#domain/contracts/term.ts'
import { composeEgn } from '#domain/people/ids.ts'
import { readPdf, type ReadPdf } from '#papers/testing/read-pdf.ts'
import { expect, test } from './fixtures/app.ts'
import { pressCyrillic } from './fixtures/keyboard.ts'
import { effort, forgetEffort } from './fixtures/watch.ts'

// The whole morning: keys of three people are made, four papers set, on a machine that may be small.
test.setTimeout(600_000)
test.use({ actionTimeout: 20_000 })
const patient = { timeout: 120_000 }

const admin = { name: 'Мария Петрова', password: 'limon7varbag' }
const worker = { name: 'Гергана Димитрова', password: 'tri sini patici 5' }
const head = { name: 'Пенка Ръководна', password: 'zelena krusha 48' }
const given = 'dadena parola 48 reka'
const day = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Sofia' }).format(new Date())
const shown = day.split('-').toReversed().join('.')
const lastDay = lastDayOfMonths(day, 36)
const egn = composeEgn('1945-06-12', 926)
const nbsp = '\u00A0'

const focusOf = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement
    const name = at?.closest('[data-field]')?.getAttribute('data-field')
    return name ?? at?.textContent.slice(0, 60) ?? ''
  })

/** The field, or the chosen place of a group, has the keys: nobody had to look for it. */
async function at(page: Page, name: string): Promise<void> {
  const inside = page.locator(`[data-field="${name}"]:focus, [data-field="${name}"] :focus`)
  await expect(inside, `the keys stand in ${name}`).toHaveCount(1, patient)
}

/** Types into the field that has the keys, after making sure which one it is; Enter goes on. */
async function type(page: Page, name: string, text: string): Promise<void> {
  await at(page, name)
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Walks by Tab as a person does until `goal` has the keys; never puts them there by itself. */
async function tabTo(page: Page, goal: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(goal).toBeVisible(patient)
  for (let step = 0; step < 60; step += 1) {
    if (await goal.evaluate((node) => node.contains(document.activeElement))) return
    await page.keyboard.press(key)
  }
  throw new Error(`60 times ${key} and still elsewhere: ${await focusOf(page)}`)
}

/** Presses the button or link that Tab has reached. */
async function go(page: Page, goal: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(page, goal, key)
  await page.keyboard.press('Enter')
}

const title = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { level: 1, name }).first()).toBeVisible(patient)
const path = (page: Page) => page.getByRole('list', { name: 'Пътят' })
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()

/** The new page has put the keys where it wants them. */
const settled = (page: Page) =>
  expect(page.locator('#main:focus, #main :focus')).toHaveCount(1, patient)

/** A step of the walk with its keys; no mouse anywhere. */
async function step(page: Page, name: string, walk: () => Promise<void>): Promise<void> {
  await test.step(name, async () => {
    await forgetEffort(page)
    const started = Date.now()
    await walk()
    const { keys, clicks } = await effort(page)
    console.log(`${name}: ${String(keys)} keys, ${String(Date.now() - started)} ms`)
    expect(clicks, `clicks in „${name}“`).toBe(0)
  })
}

async function logOut(page: Page, name: string): Promise<void> {
  await go(page, button(page, name), 'Shift+Tab')
  const exit = page.getByRole('menuitem', { name: 'Изход' })
  await expect(exit).toBeVisible()
  for (let step = 0; step < 12; step += 1) {
    if (await exit.evaluate((node) => node === document.activeElement)) break
    await page.keyboard.press('ArrowDown')
  }
  await expect(exit).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Парола', { exact: true })).toBeFocused(patient)
}

/** Chooses the profile by arrows and types the password. */
async function logIn(page: Page, name: string, password: string): Promise<void> {
  const field = page.getByLabel('Парола', { exact: true })
  await expect(field).toBeFocused(patient)
  const profile = page.getByRole('radio', { name })
  if (!(await profile.isChecked())) {
    await tabTo(page, page.getByRole('radio', { checked: true }), 'Shift+Tab')
    for (let step = 0; step < 6 && !(await profile.isChecked()); step += 1)
      await page.keyboard.press('ArrowDown')
    await expect(profile).toBeChecked()
    await tabTo(page, field)
  }
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
}

async function changeTo(page: Page, from: { name: string }, to: typeof worker): Promise<void> {
  await logOut(page, from.name)
  await logIn(page, to.name, to.password)
  await title(page, /^Днес – /)
  await settled(page)
}

/** The first log-in of a colleague: the given password is changed for one's own. */
async function firstLogIn(page: Page, from: { name: string }, to: typeof worker): Promise<void> {
  await logOut(page, from.name)
  await logIn(page, to.name, given)
  await title(page, 'Изберете своя парола')
  await expect(page.getByLabel('Дадената парола')).toBeFocused()
  await page.keyboard.type(given)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Нова парола')).toBeFocused()
  await page.keyboard.type(to.password)
  await page.keyboard.press('Enter')
  await title(page, /^Днес – /)
  await settled(page)
}

/** Ctrl+K, a part of the name, Enter: the dossier. */
async function findIvan(page: Page): Promise<void> {
  await pressCyrillic(page, 'Control+KeyK')
  await expect(page.getByRole('combobox', { name: 'Търсене и команди' })).toBeFocused()
  await page.keyboard.type('геор ив')
  const row = page.getByRole('option', { name: /Иван Петров Георгиев/ }).first()
  await expect(row).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await title(page, 'Иван Петров Георгиев')
}

/** The main button of the dossier names the next thing to do. */
async function nextStep(page: Page, name: string): Promise<void> {
  await findIvan(page)
  await go(page, page.getByRole('main').getByRole('button', { name, exact: true }))
}

async function setUp(page: Page): Promise<void> {
  const fields = async (...pairs: [string | RegExp, string][]) => {
    for (const [label, text] of pairs) {
      await expect(page.getByLabel(label, { exact: typeof label === 'string' })).toBeFocused()
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    }
  }
  await expect(button(page, 'Нов център')).toBeFocused(patient)
  await page.keyboard.press('Enter')
  await fields(['Име на службата', 'Център за социални услуги'], ['Община', 'Примерна'])
  await expect(page.getByRole('combobox', { name: 'Област' })).toBeFocused()
  await page.keyboard.type('Кюст')
  await expect(page.getByRole('option', { name: 'Кюстендил' })).toBeVisible()
  await page.keyboard.press('Enter')
  await fields(
    ['ЕИК', '000193282'],
    ['Населено място', 'Примерна'],
    ['Адрес', 'ул. „Първа“ № 1'],
    [/^Телефон/, '078 550 000'],
    [/^Имейл/, ''],
    ['Кмет', 'Петър Стоянов Примеров'],
    ['Ръководител на услугата', 'Пенка Георгиева Ръководна'],
    [/^Главен счетоводител/, ''],
  )
  await expect(page.getByLabel('Асистентска подкрепа (ЗСУ)')).toBeFocused()
  await page.keyboard.press('Digit1')
  await page.keyboard.press('Enter')
  await fields(
    ['Име за показване', admin.name],
    [/^Длъжност/, 'администратор'],
    ['Парола', admin.password],
  )
}

const ordinals = 'първата втората третата четвъртата петата шестата седмата осмата'.split(' ')

/** The sheet is read, put away and one of its groups typed from „paper“. */
async function confirmSheet(page: Page): Promise<void> {
  await expect(button(page, 'Отпечатай')).toBeFocused(patient)
  const text = page.getByText(/^Страница\s1: /)
  await expect(text).toContainText(/група\s8/, patient)
  const groups = [
    ...((await text.textContent()) ?? '').matchAll(/група\s\d\s+((?:[A-Z0-9]\s*){5})/g),
  ].map((match) => (match[1] ?? '').replaceAll(/\s/g, ''))
  expect(groups).toHaveLength(8)
  await go(page, button(page, 'Отпечатах го'))
  const field = page.getByLabel(/^Препишете .* група от листа$/)
  await expect(field).toBeFocused()
  const label = (await page.locator('label').first().textContent()) ?? ''
  await page.keyboard.type(groups[ordinals.findIndex((word) => label.includes(word))] ?? '')
  await page.keyboard.press('Enter')
  await go(page, button(page, 'По-късно, напомни ми утре'))
  await go(page, button(page, 'Към „Днес“'))
  await title(page, /^Днес – /)
}

async function makeProfile(page: Page, name: string, role: string): Promise<void> {
  const make = page
    .getByRole('link', { name: 'Нов профил' })
    .or(page.getByRole('button', { name: 'Нов профил' }))
  await go(page, make.first())
  await type(page, 'displayName', name)
  await tabTo(page, page.getByLabel(role, { exact: true }))
  await page.keyboard.press('Space')
  await tabTo(page, page.getByLabel('Първа парола'))
  await page.keyboard.type(given)
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible(patient)
  await settled(page)
}

async function takeApplication(page: Page): Promise<void> {
  const pick = async (name: string, digit: number) => {
    await at(page, name)
    await press(page, `Digit${String(digit)}`, 'Enter')
  }
  const pickFirst = async (name: string) => {
    await at(page, name)
    await press(page, 'ArrowDown', 'Enter')
  }
  await pressCyrillic(page, 'Alt+KeyN')
  await expect(page.getByRole('listbox', { name: 'Ново…' })).toBeFocused()
  await page.keyboard.press('Digit1')
  await title(page, 'Ново заявление')
  await type(page, 'entryNumber', '94-1287')
  await type(page, 'person.idNumber', egn)
  await expect(page.getByText(`12.06.1945${nbsp}г., мъж`)).toBeVisible()
  await type(page, 'person.firstName', 'Иван')
  await type(page, 'person.middleName', 'Петров')
  await type(page, 'person.lastName', 'Георгиев')
  await type(page, 'person.idCardNumber', '642123456')
  await type(page, 'person.idCardIssuedOn', '120322')
  await type(page, 'person.currentAddress.settlement', 'Драговищица')
  await type(page, 'person.currentAddress.street', 'Трета')
  await type(page, 'person.currentAddress.streetNumber', '4')
  await type(page, 'person.phone', '0888123456')
  await pick('eligibilityGroup', 3)
  await type(page, 'telk.number', '1234')
  await type(page, 'telk.decidedOn', '010325')
  await type(page, 'telk.percent', '92')
  await pick('telk.attendance', 1)
  await type(page, 'telk.validUntil', 'п')
  // Only who may see health is asked for the diagnosis.
  if ((await focusOf(page)) === 'telk.diagnosis')
    await type(page, 'telk.diagnosis', 'Исхемична болест на сърцето')
  await pickFirst('livesWith')
  await type(page, 'householdSize', '1')
  await pick('usesOtherService', 2)
  await type(page, 'preferredAssistant', 'Мария Стоянова Иванова')
  await pickFirst('kinship')
  await type(page, 'emergencyContactName', 'Анна Георгиева')
  await type(page, 'emergencyContactPhone', '0888765432')
  const ticks = ['truth', 'homeAccess', 'noDoubleSupport', 'privacyNotice'].map(
    (name) => `declarations.${name}`,
  )
  for (const name of [...ticks, 'documents.idCard.present', 'documents.telkDecision.present']) {
    await at(page, name)
    await page.keyboard.press('Space')
  }
  await page.keyboard.press('Control+s')
  await title(page, new RegExp(`^Заявление №\\s94-1287/${shown}`))
  await expect(page.getByText('Чака решение на ръководителя.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Отговорен' })).toContainText('това сте Вие')
}

/** Row after row by digits: the heaviest answers for personal care and house, lighter elsewhere. */
async function score(page: Page): Promise<void> {
  const sheet = page.locator('[data-scoring-row]')
  const rows = await sheet.evaluateAll((nodes) =>
    nodes.map((node) => {
      const area = node.closest('section')?.getAttribute('aria-labelledby') ?? ''
      // The points on the paper are the keys.
      return { points: Array.from(node.querySelectorAll('kbd'), (one) => one.innerText), area }
    }),
  )
  expect(rows).toHaveLength(28)
  for (const [index, { points, area }] of rows.entries()) {
    await expect(
      page.locator(`[data-scoring-row="${String(index)}"]`).locator(':focus'),
    ).toHaveCount(1)
    const heavy = /SELF|HOME/.test(area)
    await page.keyboard.press(`Numpad${(heavy ? points.at(-1) : points[1]) ?? ''}`)
  }
}

async function assess(page: Page): Promise<void> {
  await nextStep(page, 'Започни оценката')
  await title(page, 'Нова оценка')
  await type(page, 'visitDate', 'д')
  await type(page, 'assessmentDate', 'д')
  await score(page)
  await at(page, 'sourcesText')
  await page.keyboard.type('Експертно решение на ТЕЛК № 1234/2025 г.')
  const texts: [string, string][] = [
    ['narrative.health', 'Хронично сърдечно заболяване, последици от мозъчен инсулт.'],
    ['narrative.mentalEmotional', 'Контактен, ориентиран за време и място.'],
    ['narrative.familySupport', 'Живее сам; дъщерята живее в друго населено място.'],
    ['narrative.social', 'Поддържа връзка със съседите.'],
    ['narrative.housing', 'Едноетажна къща, отопление на твърдо гориво.'],
    ['narrative.otherSupport', 'Не ползва.'],
  ]
  for (const [name, text] of texts) {
    await press(page, 'Tab')
    await at(page, name)
    await page.keyboard.type(text)
  }
  await press(page, 'Tab')
  await at(page, 'noRisks')
  await press(page, 'Space')
  await tabTo(page, page.locator('[data-field="personView"]'))
  await page.keyboard.type('Желае да остане в дома си.')
  await press(page, 'Tab')
  await at(page, 'conclusions')
  await page.keyboard.type('С ежедневна подкрепа лицето може да остане в дома си.')
  await press(page, 'Tab')
  await at(page, 'recommendedActivities')
  await press(page, 'Space', 'Enter')
  await type(page, 'recommendedMinutesPerDay', '2')
  await at(page, 'recommendedTerm')
  await press(page, 'Digit3', 'Enter')
  await type(page, 'team.0.name', worker.name)
  await type(page, 'team.0.position', 'социален работник')
  await type(page, 'team.1.name', 'Петя Колева')
  await at(page, 'team.1.position')
  await page.keyboard.type('медицинска сестра')
  await press(page, 'Control+s')
  await expect(page.getByText('Всичко е попълнено. Оценката може да бъде завършена.')).toBeVisible(
    patient,
  )
  await press(page, 'Control+Enter')
  await expect(page.getByText('Оценката чака одобрение от ръководителя.')).toBeVisible(patient)
  await expect(button(page, 'Одобри')).toHaveCount(0)
}

async function plan(page: Page): Promise<void> {
  await nextStep(page, 'Направи плана')
  await title(page, 'Нов план')
  await at(page, 'goals.SELF')
  await press(page, 'Enter')
  await at(page, 'goals.0.goal')
  await page.keyboard.type('Да поддържа личната си хигиена.')
  await press(page, 'Tab')
  await at(page, 'goals.0.activities')
  await page.keyboard.type('лич')
  await expect(page.getByRole('option', { name: /лич/ }).first()).toBeVisible()
  await press(page, 'Enter', 'Tab')
  await at(page, 'goals.0.expectedResult')
  await page.keyboard.type('Къпе се два пъти седмично с помощ.')
  await go(page, button(page, /^няма цел/), 'Shift+Tab')
  await at(page, 'areasWithoutGoal.0.reason')
  await page.keyboard.type('Домакинството поема дъщерята.')
  await tabTo(page, page.locator('[data-field="goals.0.responsible"]'), 'Shift+Tab')
  await press(page, 'Enter')
  const cells: [string, string][] = [
    ['activity', 'лич'],
    ['weekdays', 'пн-пт'],
    ['time', '8-10'],
    ['assistant', 'Мария Стоянова'],
  ]
  for (const [name, text] of cells) {
    await at(page, `rows.0.${name}`)
    await page.keyboard.type(text)
    await press(page, 'Tab')
  }
  await expect(page.getByRole('meter', { name: 'План' })).toHaveAttribute(
    'aria-valuetext',
    /в рамките на дадените/,
  )
  await expect(page.getByText('Планът може да се подготви за подпис.')).toBeVisible()
  await press(page, 'Control+Enter')
  await title(page, 'Преглед преди подпис')
  await expect(page.getByText('Всичко е попълнено.')).toBeVisible()
  await press(page, 'Control+Enter')
  await expect(page.getByText(`Подготвен е от ${worker.name}`)).toBeVisible(patient)
  await settled(page)
}

/** The draft, its number, the paper that goes to the printer. */
async function contract(page: Page): Promise<Buffer> {
  await nextStep(page, 'Подготви договора')
  await title(page, 'Нов договор')
  await expect(page.locator('canvas').first()).toBeVisible(patient)
  await expect(page.getByText('Преди издаване')).toHaveCount(0)
  await press(page, 'Control+p')
  await expect(page.getByRole('heading', { name: /^Издаване на договор/ })).toBeVisible(patient)
  await at(page, 'contractDate')
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { name: /^Печат:/ })).toBeVisible(patient)
  await at(page, 'copies')
  const sent = page.waitForResponse(/papers\/forPrinter/)
  const opened = page.context().waitForEvent('page')
  await press(page, 'Enter')
  const bytes = await (await sent).body()
  await opened
  await page.bringToFront()
  await expect(button(page, 'Отпечатан е')).toBeFocused(patient)
  await press(page, 'Enter')
  await expect(button(page, 'Върнат подписан')).toBeVisible(patient)
  return bytes
}

/** The paper out of an answer of the office: it travels as one part of a form. */
function paperIn(answer: Buffer): Uint8Array {
  const from = answer.indexOf('%PDF-')
  const to = answer.lastIndexOf('%%EOF')
  expect(from, 'a paper in the answer').toBeGreaterThanOrEqual(0)
  return new Uint8Array(answer.subarray(from, to + '%%EOF'.length))
}

/** What a lawyer of the municipality looks for: parties, number, ground, term, hours, signatures. */
function expectContract({ text, pages }: ReadPdf, copies: number): void {
  for (const part of [
    `ДОГОВОР № 1/${shown} г.`,
    'на основание чл. 85, ал. 1 и 2 от Закона за социалните услуги (ЗСУ)',
    'Община Примерна, ЕИК по БУЛСТАТ 000193282',
    'представлявана от Петър Стоянов Примеров – кмет',
    `Иван Петров Георгиев, ЕГН ${egn}, документ за самоличност: лична карта № 642123456`,
    'с настоящ адрес: с. Драговищица, общ. Примерна, обл. Кюстендил, ул. „Трета“ № 4',
    `заявление с вх. № 94-1287/${shown} г.`,
    `индивидуална оценка на потребностите № ИОП-1/${shown} г.`,
    `индивидуален план за подкрепа № ИПП-1/${shown} г.`,
    `от ${shown} г. до ${lastDay.split('-').toReversed().join('.')} г. включително`,
    'до 84 ч. (осемдесет и четири часа) месечно',
    'седмичният обем е 10 ч.',
    'ДОСТАВЧИК',
    'ПОТРЕБИТЕЛ',
  ])
    expect(text).toContain(part)
  // Neither a draft nor an invented office.
  expect(text).not.toContain('ПРОЕКТ')
  expect(text).not.toContain('ПРИМЕР ')
  const numbered = Array.from({ length: copies }, () =>
    [1, 2, 3, 4, 5].map((page) => `Страница ${String(page)} от 5`),
  ).flat()
  // Five pages: where copies are printed on both sides, an empty one begins the next copy on its own sheet.
  const written = pages.filter((page) => page.trim() !== '')
  expect(written.map((page) => /Страница \d+ от \d+/.exec(page)?.[0])).toEqual(numbered)
}

test('from the first start to a signed contract, and found again: one walk, keys only', async ({
  app,
}) => {
  const frozen: Response[] = []
  app.on('response', (answer) => {
    if (answer.url().includes('papers/pdf')) frozen.push(answer)
  })
  await step(app, 'set-up', () => setUp(app))
  await step(app, 'recovery sheet', () => confirmSheet(app))
  await step(app, 'two colleagues', async () => {
    await go(
      app,
      app.getByRole('navigation', { name: 'Раздели' }).getByRole('link', { name: 'Настройки' }),
    )
    await go(app, app.getByRole('link', { name: 'Профили и роли' }).first())
    await makeProfile(app, worker.name, 'социален работник')
    await makeProfile(app, head.name, 'ръководител')
  })
  await step(app, 'first log-in', () => firstLogIn(app, admin, worker))
  await step(app, 'application', () => takeApplication(app))
  await step(app, 'first log-in of the head', () => firstLogIn(app, worker, head))
  await step(app, 'admission', async () => {
    await nextStep(app, 'Провери и допусни заявлението')
    await go(app, button(app, 'Допусни'))
    await expect(app.getByText('Допуснато').first()).toBeVisible()
  })
  await step(app, 'log-in', () => changeTo(app, head, worker))
  await step(app, 'assessment', () => assess(app))
  await step(app, 'log-in of the head', () => changeTo(app, worker, head))
  await step(app, 'approval of the hours', async () => {
    await nextStep(app, 'Одобри оценката')
    await title(app, /^Оценка/)
    await tabTo(app, app.locator('[data-field="grantedMinutes"]'))
    await press(app, 'Control+s')
    await expect(app.getByText('Одобрена', { exact: true })).toBeVisible(patient)
  })
  await step(app, 'log-in', () => changeTo(app, head, worker))
  await step(app, 'plan', () => plan(app))
  await step(app, 'log-in of the head', () => changeTo(app, worker, head))
  await step(app, 'approval of the plan', async () => {
    await nextStep(app, 'Одобри плана')
    await expect(button(app, /Одобри плана/)).toBeVisible(patient)
    await press(app, 'Control+Enter')
    await title(app, /План за подкрепа № ИПП-1\//)
  })
  let bytes: Buffer = Buffer.alloc(0)
  await step(app, 'contract', async () => {
    bytes = await contract(app)
  })
  expectContract(await readPdf(paperIn(bytes)), 2)
  await step(app, 'signed', async () => {
    await pressCyrillic(app, 'Alt+Digit7')
    await type(app, 'number', '1')
    await type(app, 'personSignedOn', 'д')
    await at(app, 'number')
  })
  await step(app, 'found again', async () => {
    await findIvan(app)
    expect((await effort(app)).keys).toBeLessThanOrEqual(10)
    await expect(app.getByText('Ползва: асистентска подкрепа, 84')).toBeVisible()
    await expect(path(app).getByRole('listitem')).toHaveText([
      /Заявление.*С договор/,
      /Оценка на потребностите.*Одобрена/,
      /Индивидуален план.*Одобрен/,
      /Договор.*В сила/,
    ])
  })
  await step(app, 'the contract as it was filed', async () => {
    await go(app, path(app).getByRole('button', { name: 'Договор' }))
    await title(app, /^Договор № 1\//)
    // Read once in a minute: a frozen paper never changes.
    await expect.poll(() => frozen.length).toBeGreaterThan(0)
    const filed = await readPdf(paperIn((await frozen.at(-1)?.body()) ?? Buffer.alloc(0)))
    expectContract(filed, 1)
    expect(filed).toMatchObject({ tagged: true, language: 'bg-BG' })
    expect(filed.fonts.length).toBeGreaterThan(0)
    expect(filed.fonts.filter(({ embedded }) => !embedded)).toEqual([])
  })
})
