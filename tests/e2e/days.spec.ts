import { expectAccessible } from './fixtures/accessibility.ts'
import { expect, test as base } from './fixtures/app.ts'
import { once } from './fixtures/once.ts'
import { logIn, prepareOffice } from './fixtures/prepared-office.ts'

const head = 'Гергана Димитрова'

const daysOffice = once(() => prepareOffice({ [head]: ['head'] }, () => Promise.resolve()))

const test = base.extend<object>({
  // eslint-disable-next-line no-empty-pattern
  officeFolder: async ({}, use) => {
    await use(await daysOffice())
  },
})

test('a day off is entered, put right and removed, and the working days follow', async ({
  app,
}) => {
  await logIn(app, head)
  await app.getByRole('link', { name: 'Настройки' }).press('Enter')
  await app.getByRole('link', { name: 'Почивни дни' }).press('Enter')
  await expect(app.getByRole('heading', { level: 1, name: 'Почивни дни' })).toBeFocused()
  const year = app.getByText(/^Година \d{4}$/)
  const shown = async () => Number(/\d{4}/.exec((await year.textContent()) ?? '')?.[0])
  while ((await shown()) > 2026)
    await app.getByRole('button', { name: 'Предишна година' }).press('Enter')
  await expect(
    app.getByRole('row', { name: /02\.01\.2026.*почивен.*Министерския съвет/ }),
  ).toBeVisible()
  const whole = app
    .getByRole('region', { name: 'Работни дни', exact: true })
    .getByRole('cell')
    .last()
  await expect(whole).toHaveText('248')
  await expectAccessible(app)

  await app.getByRole('button', { name: 'Добави ден' }).press('Enter')
  const dialog = app.getByRole('dialog')
  await expect(dialog.locator('[data-field="date"]')).toBeFocused()
  await app.keyboard.type('25.12.2026')
  await dialog.locator('[data-field="reason"]').fill('Заповед № 40/01.12.2026 г.')
  await app.keyboard.press('Control+s')
  await expect(dialog.getByText('Този ден и без това е почивен.').first()).toBeVisible()
  await dialog.locator('[data-field="date"]').fill('31.12.2026')
  await app.keyboard.press('Control+s')
  await expect(dialog).toHaveCount(0)
  await expect(app.getByRole('row', { name: /31\.12\.2026.*почивен.*Заповед № 40/ })).toBeVisible()
  await expect(whole).toHaveText('247')

  await app.getByRole('button', { name: /^Премахни 31\.12\.2026/ }).press('Enter')
  await app
    .getByRole('dialog')
    .getByRole('button', { name: 'Премахни', exact: true })
    .press('Enter')
  await expect(app.getByRole('row', { name: /31\.12\.2026/ })).toHaveCount(0)
  await expect(whole).toHaveText('248')
})
