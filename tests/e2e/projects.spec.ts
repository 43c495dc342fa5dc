import { expectAccessible } from './fixtures/accessibility.ts'
import { expect, test as base } from './fixtures/app.ts'
import { once } from './fixtures/once.ts'
import { logIn, prepareOffice } from './fixtures/prepared-office.ts'
import { effort, forgetEffort } from './fixtures/watch.ts'

const head = 'Гергана Димитрова'

const projectsOffice = once(() => prepareOffice({ [head]: ['head'] }, () => Promise.resolve()))

const test = base.extend<object>({
  // eslint-disable-next-line no-empty-pattern
  officeFolder: async ({}, use) => {
    await use(await projectsOffice())
  },
})

test('a project is entered, put right and removed by keyboard alone', async ({ app }) => {
  await logIn(app, head)
  await app.getByRole('link', { name: 'Настройки' }).press('Enter')
  await app.getByRole('link', { name: 'Програми и проекти' }).press('Enter')
  await expect(app.getByText('Услугите се отчитат по държавна дейност')).toBeVisible()
  await expect(app.getByRole('heading', { level: 1, name: 'Програми и проекти' })).toBeFocused()
  await expectAccessible(app)
  await forgetEffort(app)

  await app.getByRole('button', { name: 'Нов проект' }).press('Enter')
  const field = (name: string) => app.locator(`[data-field="${name}"]`)
  const type = async (name: string, text: string) => {
    await expect(field(name)).toBeFocused()
    await app.keyboard.type(text)
    await app.keyboard.press('Enter')
  }
  await type('name', 'Грижа в дома')
  await type('contractNumber', 'BG05M9OP001-2.002-0001-C001')
  await type('municipality', 'Примерна')
  await app.keyboard.press('Digit2')
  await expect(app.getByLabel('партньор', { exact: true })).toBeChecked()
  await app.keyboard.press('Enter')
  await type('beneficiary', 'Агенция за социално подпомагане')
  await type('programme', 'ОП РЧР 2014–2020 г.')
  await type('procedureNumber', 'BG05M9OP001-2.002')
  await type('procedureName', 'Независим живот')
  await type('total', '499339,97 лв')
  // As the contract has it, and in euro by the fixed rate.
  await expect(field('total')).toHaveValue('499\u00A0339,97\u00A0лв.')
  await expect(app.getByText('255\u00A0308,47\u00A0€')).toBeVisible()
  await type('startsOn', '2.2016')
  await expect(field('startsOn')).toHaveValue('02.2016')
  await type('endsOn', '31.1.2016')
  await app.keyboard.press('Control+s')
  await expect(app.getByRole('alert')).toContainText('Краят не може да е преди началото.')
  await expectAccessible(app)
  await field('endsOn').press('Control+a')
  await app.keyboard.type('29.2.2016')
  await app.keyboard.press('Control+s')

  const row = app.getByRole('row', { name: /Грижа в дома/ })
  await expect(row).toContainText('02.2016\u00A0г. – 29.02.2016\u00A0г.')
  await expect(row).toContainText('255\u00A0308,47\u00A0€')
  await expect(row).toContainText('Приключил')
  // Whoever comes to the list stands on its first project.
  const list = app.getByRole('grid', { name: 'Програми и проекти' })
  await expect(list).toBeFocused()
  await expect(row).toHaveAttribute('data-active')
  expect((await effort(app)).clicks).toBe(0)
  await expectAccessible(app)

  // The same contract a second time: said at its field, nothing lost.
  await app.getByRole('button', { name: 'Нов проект' }).press('Enter')
  await type('name', 'Второ въвеждане')
  await type('contractNumber', 'bg05m9op001-2.002-0001-\u0441001')
  await type('municipality', 'Примерна')
  await app.keyboard.press('Digit3')
  await field('programme').fill('Друга')
  await app.keyboard.press('Control+s')
  await expect(field('contractNumber')).toHaveAttribute('aria-invalid', 'true')
  await expect(app.getByRole('alert')).toContainText('вече е въведен „Грижа в дома“')
  await app.keyboard.press('Escape')

  await expect(list).toBeFocused()
  await app.keyboard.press('Enter')
  await expect(app.getByRole('heading', { level: 1, name: 'Грижа в дома' })).toBeVisible()
  await expect(field('beneficiary')).toHaveValue('Агенция за социално подпомагане')
  await expectAccessible(app)
  await app.getByRole('button', { name: 'Премахни проекта' }).press('Enter')
  const dialog = app.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Остави го' })).toBeFocused()
  await expectAccessible(app)
  await dialog.getByRole('button', { name: 'Премахни проекта' }).press('Enter')
  await expect(app.getByText('Услугите се отчитат по държавна дейност')).toBeVisible()
})
