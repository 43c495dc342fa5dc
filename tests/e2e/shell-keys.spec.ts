import type { Page } from '@playwright/test'
import { composeEgn } from '#domain/people/ids.ts'
import { expectAccessible } from './fixtures/accessibility.ts'
import { expect, test as base } from './fixtures/app.ts'
import { pressCyrillic } from './fixtures/keyboard.ts'
import { once } from './fixtures/once.ts'
import { click, logIn, officePassword, prepareOffice } from './fixtures/prepared-office.ts'

const worker = 'Мария Петрова'
const people = [
  ['Иван', 'Георгиев', '1945-06-12'],
  ['Иванка', 'Стоянова', '1950-03-08'],
  ['Петър', 'Ангелов', '1961-01-02'],
] as const

const shellOffice = once(() =>
  prepareOffice({ [worker]: ['administrator', 'head', 'socialWorker', 'clerk'] }, async (as) => {
    const client = await as(worker)
    for (const [index, [firstName, lastName, birthDate]] of people.entries())
      await client.people.create(
        click({
          firstName,
          middleName: 'Петров',
          lastName,
          idKind: 'egn' as const,
          idNumber: composeEgn(birthDate, 926 + 2 * index),
          birthDate,
          sex: 'male' as const,
          currentAddress: { settlementKind: 'village' as const, settlement: 'Примерно' },
        }),
      )
  }),
)

const test = base.extend<object>({
  // eslint-disable-next-line no-empty-pattern
  officeFolder: async ({}, use) => {
    await use(await shellOffice())
  },
})

const palette = (page: Page) => page.getByRole('combobox', { name: 'Търсене и команди' })
const chosen = (page: Page) => page.getByRole('option', { selected: true })

test.describe('keys of the shell under a Bulgarian layout', () => {
  test('search, help, keys, new, back, forward, panes, navigation, lock', async ({ app }) => {
    await logIn(app, worker)

    await pressCyrillic(app, 'Control+KeyK')
    await expect(palette(app)).toBeFocused()
    await app.keyboard.press('Escape')
    await expect(palette(app)).toBeHidden()

    const groups = app.getByRole('navigation', { name: 'Раздели' }).locator('a[aria-keyshortcuts]')
    const keys = await groups.evaluateAll((links) =>
      links.map((link) => link.getAttribute('aria-keyshortcuts') ?? ''),
    )
    expect(keys).toEqual(expect.arrayContaining(['Alt+1', 'Alt+2']))
    for (const key of keys) {
      await pressCyrillic(app, key.replace('+', '+Digit'))
      await expect(app.locator(`a[aria-keyshortcuts="${key}"]`)).toHaveAttribute(
        'aria-current',
        /^(true|page)$/,
      )
    }
    await pressCyrillic(app, 'Alt+Digit2')
    await expect(app.locator('h1')).toHaveText('Всички лица')
    await pressCyrillic(app, 'Alt+Digit1')
    await expect(app.locator('h1')).toContainText('Днес')
    await app.keyboard.press('Alt+ArrowLeft')
    await expect(app.locator('h1')).toHaveText('Всички лица')
    await app.keyboard.press('Alt+ArrowRight')
    await expect(app.locator('h1')).toContainText('Днес')

    await app.keyboard.press('F1')
    await expect(app.getByRole('heading', { name: 'Помощ за тази страница' })).toBeFocused()
    await app.keyboard.press('F1')
    await expect(app.getByRole('heading', { name: 'Помощ за тази страница' })).toBeHidden()

    await pressCyrillic(app, 'Control+Slash')
    const list = app.getByRole('dialog', { name: 'Клавиши на тази страница' })
    await expect(list.getByText('Търсене и команди')).toBeVisible()
    await app.keyboard.press('Escape')
    await expect(list).toBeHidden()

    const wide = await app.getByRole('navigation', { name: 'Раздели' }).boundingBox()
    await pressCyrillic(app, 'Control+KeyB')
    await expect
      .poll(
        async () => (await app.getByRole('navigation', { name: 'Раздели' }).boundingBox())?.width,
      )
      .toBeLessThan(wide?.width ?? 0)
    await pressCyrillic(app, 'Control+KeyB')

    await pressCyrillic(app, 'Alt+Digit2')
    await expect(app.getByRole('grid').first()).toBeVisible()
    const pane = () =>
      app.evaluate(() => document.activeElement?.closest('[data-pane]')?.tagName.toLowerCase())
    const order: (string | undefined)[] = []
    for (let press = 0; press < 3; press++) {
      await app.keyboard.press('F6')
      order.push(await pane())
    }
    expect(new Set(order)).toEqual(new Set(['header', 'nav', 'main']))
    await app.keyboard.press('Shift+F6')
    expect(await pane()).toBe(order[1])

    await pressCyrillic(app, 'Alt+KeyN')
    const menu = app.getByRole('dialog', { name: 'Ново…' })
    await expect(menu.getByRole('listbox')).toBeFocused()
    await app.keyboard.press('Escape')
    await expect(menu).toBeHidden()
    await pressCyrillic(app, 'Alt+KeyN')
    await app.keyboard.press('Digit2')
    await expect(app.locator('h1')).toHaveText('Ново лице')

    await pressCyrillic(app, 'Alt+KeyL')
    await expect(app.getByRole('heading', { name: 'Екранът е заключен' })).toBeVisible()
    await expect(app.getByText('Ново лице')).toHaveCount(0)
  })

  test('in a form and in a list', async ({ app }) => {
    await logIn(app, worker)
    await pressCyrillic(app, 'Alt+Digit2')
    await expect(app.getByRole('grid').first()).toBeVisible()
    await pressCyrillic(app, 'Control+KeyF')
    await expect(app.getByRole('search').getByRole('textbox')).toBeFocused()
    await pressCyrillic(app, 'Alt+KeyN')
    await app.keyboard.press('Digit2')
    await expect(app.locator('[data-field]:focus')).toHaveCount(1)
    await pressCyrillic(app, 'Control+KeyS')
    await expect(app.getByRole('heading', { name: /^Има \d+ неща/ })).toBeVisible()
  })

  test('Ctrl+Enter saves and begins the next; Alt+U takes the last step back', async ({ app }) => {
    await logIn(app, worker)
    await pressCyrillic(app, 'Alt+KeyN')
    await app.keyboard.press('Digit2')
    const field = (name: string) => app.locator(`[data-field="${name}"]`)
    await expect(field('idNumber')).toBeFocused()
    await app.keyboard.type(composeEgn('1952-02-02', 940))
    await field('firstName').fill('Станка')
    await field('lastName').fill('Следваща')
    await field('currentAddress.settlementKind').getByText('село').click()
    await field('currentAddress.settlement').fill('Примерно')
    await app.keyboard.press('Control+Enter')
    await expect(app.getByText(/^Записано/)).toBeVisible()
    await expect(app.locator('h1')).toHaveText('Ново лице')
    await expect(field('firstName')).toHaveValue('')
    await expect(field('idNumber')).toBeFocused()

    // A draft thrown away by mistake is there again, with what was typed.
    await field('firstName').fill('Недописан')
    await expect(app.getByText(/^Чернова /)).toBeVisible()
    await app.getByRole('link', { name: '1 чернова' }).press('Enter')
    await expect(app.locator('h1')).toHaveText('Чернови')
    await app.getByRole('button', { name: /^Изтрий/ }).press('Enter')
    await expect(app.getByText('Черновата е изтрита.')).toBeVisible()
    await expect(app.getByRole('main').getByRole('link')).toHaveCount(0)
    await pressCyrillic(app, 'Alt+KeyU')
    await app.getByRole('main').getByRole('link', { name: 'Ново лице: Н.' }).press('Enter')
    await expect(field('firstName')).toHaveValue('Недописан')

    // Another new one begins empty, and says what was begun.
    await pressCyrillic(app, 'Alt+KeyN')
    await app.keyboard.press('Digit2')
    await expect(field('firstName')).toHaveValue('')
    await expect(field('idNumber')).toBeFocused()
    await app.getByRole('link', { name: 'Ново лице: Н.' }).press('Enter')
    await expect(field('firstName')).toHaveValue('Недописан')
    await app.getByRole('link', { name: 'Започни ново' }).press('Enter')
    await expect(field('firstName')).toHaveValue('')
    await expect(app.getByRole('link', { name: '1 чернова' })).toBeVisible()
  })
})

test('the draft of a person looked for and not found opens with what it holds', async ({ app }) => {
  await logIn(app, worker)
  await pressCyrillic(app, 'Control+KeyK')
  await app.keyboard.type('Невидима Личност')
  await expect(chosen(app)).toContainText('Ново лице')
  await app.keyboard.press('Enter')
  const middle = app.locator('[data-field="middleName"]')
  await expect(app.locator('[data-field="lastName"]')).toHaveValue('Личност')
  await middle.fill('Тиха')
  await expect(app.getByText(/^Чернова /)).toBeVisible()
  await app.getByRole('link', { name: '1 чернова' }).press('Enter')
  await app.getByRole('main').getByRole('link', { name: 'Ново лице' }).press('Enter')
  await expect(middle).toHaveValue('Тиха')
  await expect(app.locator('[data-field="lastName"]')).toHaveValue('Личност')
})

test('search and commands: find, actions, commands, wrong layout, last opened', async ({ app }) => {
  await logIn(app, worker)
  await pressCyrillic(app, 'Control+KeyK')
  await app.keyboard.type('геор ива')
  await expect(chosen(app)).toContainText('Иван Петров Георгиев')
  await expect(app.getByRole('option').filter({ hasText: 'Георгиев' })).toHaveCount(1)
  await expectAccessible(app)

  await app.keyboard.press('Tab')
  await expect(chosen(app)).toContainText('Досие')
  await app.keyboard.press('Escape')
  await expect(chosen(app)).toContainText('Иван Петров Георгиев')
  await app.keyboard.press('Enter')
  await expect(app.locator('h1')).toContainText('Георгиев')

  // Fingers on the wrong layout.
  await pressCyrillic(app, 'Control+KeyK')
  await expect(app.getByRole('option').first()).toContainText('Георгиев')
  await app.keyboard.type('ivanka')
  await expect(chosen(app)).toContainText('Иванка')

  await app.keyboard.press('Control+a')
  await app.keyboard.type('>заключи')
  await expect(chosen(app)).toContainText('Заключи')
  await expect(app.getByRole('option')).toHaveCount(1)
  await app.keyboard.press('Control+a')
  await app.keyboard.type('#иван')
  await expect(app.getByRole('option').filter({ hasText: 'Петров' })).toHaveCount(0)

  await app.keyboard.press('Control+a')
  await app.keyboard.type('Няма Такъв')
  await expect(chosen(app)).toContainText('Ново лице')
  await app.keyboard.press('Escape')
})

test.describe('the office locks first', () => {
  // Chromium writes a line about the refused call, which is what this test is about.
  test.use({ provoked: /40[13]|423/ })

  test('and the last words typed are there after the unlock', async ({ app, shell }) => {
    test.skip(shell === 'electron', 'the window has one session only: nobody else can lock it')
    await logIn(app, worker)
    await pressCyrillic(app, 'Alt+KeyN')
    await app.keyboard.press('Digit2')
    const field = app.locator('[data-field="firstName"]')
    await field.focus()
    await app.keyboard.type('Стам')
    await expect(app.getByText(/^Чернова /)).toBeVisible()
    await app.evaluate(() =>
      fetch('/api/session/lock', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"json":{}}',
      }),
    )
    await app.keyboard.type('ен')
    await expect(app.getByRole('heading', { name: 'Екранът е заключен' })).toBeVisible()
    await expect(app.getByText('Стамен')).toHaveCount(0)
    await app.keyboard.type(officePassword)
    await app.keyboard.press('Enter')
    await expect(field).toHaveValue('Стамен')
    await expect(field).toBeFocused()
    // On the disk, too: a new page has it.
    const place = app.url()
    await app.reload()
    await logInAgain(app)
    await app.goto(place)
    await expect(field).toHaveValue('Стамен')
  })
})

/** After a reload of the page the browser's session is still there; the window's is not. */
async function logInAgain(page: Page): Promise<void> {
  await expect(
    page.getByRole('navigation', { name: 'Раздели' }).or(page.getByRole('radio', { name: worker })),
  ).toBeVisible()
  if (await page.getByRole('radio', { name: worker }).isVisible()) await logIn(page, worker)
}

test('the look of the screen goes with the account', async ({ app, shell }) => {
  await logIn(app, worker)
  await app.getByRole('button', { name: worker }).press('Enter')
  await app.getByRole('menuitemradio', { name: 'Тъмна' }).press('Enter')
  await expect(app.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  // The menu stays open: a look is tried out. It is written when the hands have rested.
  const written =
    shell === 'electron'
      ? app.waitForTimeout(1500)
      : app.waitForResponse(
          (answer) =>
            answer.url().endsWith('/api/accounts/savePreferences') &&
            (answer.request().postData() ?? '').includes('"en"') &&
            answer.ok(),
          { timeout: 0 },
        )
  await app.getByRole('menuitem', { name: 'English' }).press('Enter')
  await expect(app.locator('html')).toHaveAttribute('lang', 'en')
  await written
  // Another computer: nothing of the browser's own is left.
  await app.evaluate(() => {
    localStorage.clear()
  })
  await app.context().clearCookies()
  await app.reload()
  await expect(app.getByLabel('Парола', { exact: true })).toBeVisible()
  await expect(app.locator('html')).toHaveAttribute('lang', 'bg')
  await app.getByRole('radio', { name: worker }).check()
  await app.getByLabel('Парола', { exact: true }).fill(officePassword)
  await app.keyboard.press('Enter')
  await expect(app.getByRole('navigation', { name: 'Sections' })).toBeVisible()
  await expect(app.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
})
