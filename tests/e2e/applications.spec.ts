import type { Page } from '@playwright/test'
import { composeEgn } from '#domain/people/ids.ts'
import { expectAccessible } from './fixtures/accessibility.ts'
import { expect, test as base } from './fixtures/app.ts'
import { pressCyrillic } from './fixtures/keyboard.ts'
import { once } from './fixtures/once.ts'
import { click, logIn, prepareOffice } from './fixtures/prepared-office.ts'
import { effort, forgetEffort } from './fixtures/watch.ts'

const clerk = 'Приемна Деловодна'
const head = 'Ръководителка Пробева'
const maria = composeEgn('1950-03-08', 929)
const ivan = composeEgn('1945-06-12', 926)

const intakeOffice = once(() =>
  prepareOffice({ [clerk]: ['clerk'], [head]: ['head'] }, async (as) => {
    const client = await as(clerk)
    await client.people.create(
      click({
        firstName: 'Мария',
        middleName: 'Иванова',
        lastName: 'Стоянова',
        idKind: 'egn' as const,
        idNumber: maria,
        birthDate: '1950-03-08',
        sex: 'female' as const,
        currentAddress: {
          settlementKind: 'village' as const,
          settlement: 'Примерно',
          municipality: 'Примерна',
          street: 'Трета',
          streetNumber: '4',
        },
        phones: [{ number: '0888123456' }],
      }),
    )
  }),
)

const test = base.extend<object>({
  // eslint-disable-next-line no-empty-pattern
  officeFolder: async ({}, use) => {
    await use(await intakeOffice())
  },
})

const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`)

/** The field, or the chosen place of a group, that has the focus. */
async function at(page: Page, name: string): Promise<void> {
  await expect(
    page.locator(`[data-field="${name}"]:focus, [data-field="${name}"] :focus`),
    `the keys stand in ${name}`,
  ).toHaveCount(1)
}

/** Types into the field that has the focus, after making sure which one it is, and goes on by Enter. */
async function type(page: Page, name: string, text: string): Promise<void> {
  await at(page, name)
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

async function pick(page: Page, name: string, digit: number): Promise<void> {
  await at(page, name)
  await page.keyboard.press(`Digit${String(digit)}`)
  await page.keyboard.press('Enter')
}

/** The first of a list of choices. */
async function pickFirst(page: Page, name: string): Promise<void> {
  await at(page, name)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

/** Space ticks and goes on. */
async function tick(page: Page, name: string): Promise<void> {
  await at(page, name)
  await page.keyboard.press('Space')
}

/** Logs in and stands in the list of applications, where the task begins. */
async function begin(page: Page, name: string): Promise<void> {
  await logIn(page, name)
  await pressCyrillic(page, 'Alt+Digit3')
  await expect(page.getByRole('heading', { name: 'Заявления от лица', level: 1 })).toBeVisible()
  await forgetEffort(page)
}

async function newApplication(page: Page): Promise<void> {
  await pressCyrillic(page, 'Alt+KeyN')
  await expect(page.getByRole('listbox', { name: 'Ново…' })).toBeFocused()
  await page.keyboard.press('Digit1')
  await expect(page.getByRole('heading', { name: 'Ново заявление', level: 1 })).toBeVisible()
  await at(page, 'entryNumber')
}

/** From the group to the end, as the sample paper has it. */
async function rest(page: Page, withContact: boolean): Promise<void> {
  await pick(page, 'eligibilityGroup', 3)
  await type(page, 'telk.number', '1234')
  await type(page, 'telk.decidedOn', '010325')
  await type(page, 'telk.percent', '92')
  await pick(page, 'telk.attendance', 1)
  await type(page, 'telk.validUntil', 'п')
  await pickFirst(page, 'livesWith')
  await type(page, 'householdSize', '1')
  await pick(page, 'usesOtherService', 2)
  await type(page, 'preferredAssistant', withContact ? 'Мария Стоянова' : '')
  if (withContact) await pickFirst(page, 'kinship')
  await type(page, 'emergencyContactName', withContact ? 'Анна Георгиева' : '')
  await type(page, 'emergencyContactPhone', withContact ? '0888765432' : '')
  for (const name of ['truth', 'homeAccess', 'noDoubleSupport', 'privacyNotice'])
    await tick(page, `declarations.${name}`)
}

test('task 3a: a new person with the application in one save, by keys alone', async ({ app }) => {
  await begin(app, clerk)
  await newApplication(app)
  await type(app, 'entryNumber', '94-1287')
  await type(app, 'person.idNumber', ivan)
  await expect(app.getByText(/12\.06\.1945\u00A0г\., мъж/)).toBeVisible()
  await type(app, 'person.firstName', 'Иван')
  await type(app, 'person.middleName', 'Петров')
  await type(app, 'person.lastName', 'Георгиев')
  await type(app, 'person.idCardNumber', '642123456')
  await type(app, 'person.idCardIssuedOn', '120322')
  await type(app, 'person.currentAddress.settlement', 'Драговищица')
  await type(app, 'person.currentAddress.street', 'Трета')
  await type(app, 'person.currentAddress.streetNumber', '4')
  await type(app, 'person.phone', '0888123456')
  await rest(app, true)
  await expect(app.getByRole('complementary', { name: 'Проверки' })).toContainText('Липсват 2 неща')
  await tick(app, 'documents.idCard.present')
  await tick(app, 'documents.telkDecision.present')
  await expect(app.getByRole('complementary', { name: 'Проверки' })).toContainText('Нищо не липсва')
  await app.keyboard.press('Control+s')
  await expect(
    app.getByRole('heading', { name: /^Заявление №\s94-1287\/\d\d\.\d\d\.\d{4}/, level: 1 }),
  ).toBeVisible()
  const spent = await effort(app)
  console.log(`task 3a: ${String(spent.keys)} keys, ${String(spent.clicks)} clicks`)
  expect(spent.clicks).toBe(0)
  expect(spent.keys).toBeLessThanOrEqual(220)
  await expect(app.getByText('Регистрирано').first()).toBeVisible()
  await expect(app.getByText('Чака решение на ръководителя.')).toBeVisible()
  await expect(app.getByText(/лична карта – за справка/)).toBeVisible()
  await expectAccessible(app)
})

test('task 3b: a known person fills in; what is not asked is not typed', async ({ app }) => {
  await begin(app, clerk)
  await newApplication(app)
  await type(app, 'entryNumber', '94-1288')
  await type(app, 'person.idNumber', maria)
  await expect(app.getByRole('main').getByText('ул. „Трета“', { exact: false })).toBeVisible()
  await rest(app, false)
  await tick(app, 'documents.idCard.present')
  await tick(app, 'documents.telkDecision.present')
  await app.keyboard.press('Control+s')
  await expect(app.getByText('Регистрирано').first()).toBeVisible()
  const spent = await effort(app)
  console.log(`task 3b: ${String(spent.keys)} keys, ${String(spent.clicks)} clicks`)
  expect(spent).toMatchObject({ clicks: 0 })
  expect(spent.keys).toBeLessThanOrEqual(96)
})

test('an incomplete one is kept with its days; a letter and its undoing', async ({ app }) => {
  await begin(app, clerk)
  await newApplication(app)
  await expectAccessible(app)
  await type(app, 'entryNumber', '94-1289')
  await type(app, 'person.idNumber', maria)
  await at(app, 'eligibilityGroup')
  await app.keyboard.press('Control+s')
  await expect(app.getByText(/Непълно · остават 7/).first()).toBeVisible()
  await expect(
    app.getByText('Изберете група по чл. 93, ал. 2 от ЗСУ.', { exact: false }),
  ).toBeVisible()
  const letter = app.getByRole('button', { name: 'Писмо за липси…' })
  await letter.focus()
  await app.keyboard.press('Enter')
  await at(app, 'letterDate')
  await app.keyboard.press('Control+s')
  await expect(app.getByRole('list', { name: 'История' })).toContainText('Писмо за липси')
  await app.getByRole('button', { name: 'Върни „Писмо за липси“…' }).focus()
  await app.keyboard.press('Enter')
  await at(app, 'reason')
  await app.keyboard.press('Control+s')
  await expect(app.getByRole('list', { name: 'История' })).toContainText(
    'Върнато: „Писмо за липси“',
  )
  await pressCyrillic(app, 'Alt+KeyZ')
  await expect(app.getByText('правило на службата', { exact: false })).toBeVisible()
  await app.keyboard.press('Escape')
  await pressCyrillic(app, 'Alt+Digit3')
  await expect(app.getByRole('grid', { name: 'Заявления от лица' })).toContainText('Стоянова')
  await expectAccessible(app)
})

test('the head refuses: no ground stands ready, a short reason is not taken', async ({ app }) => {
  await begin(app, head)
  await newApplication(app)
  await type(app, 'entryNumber', '94-1290')
  await type(app, 'person.idNumber', maria)
  await at(app, 'eligibilityGroup')
  await app.keyboard.press('Control+s')
  await app.getByRole('button', { name: 'Откажи…' }).focus()
  await app.keyboard.press('Enter')
  await at(app, 'ground')
  await expect(field(app, 'ground').locator(':checked')).toHaveCount(0)
  await app.keyboard.press('Digit1')
  await app.keyboard.press('Enter')
  await at(app, 'reason')
  await app.keyboard.type('не')
  await app.keyboard.press('Control+s')
  await expect(app.getByText('Напишете основание с думи, поне 10 знака.')).toBeVisible()
  await app.keyboard.type(' се предлага тази услуга')
  await app.keyboard.press('Control+s')
  await expect(app.getByText('Недопуснато').first()).toBeVisible()
})

test('a draft comes back after a reload; a wrong form says what to do, at the fields', async ({
  app,
}) => {
  await begin(app, clerk)
  await newApplication(app)
  await type(app, 'entryNumber', '94-1291')
  await type(app, 'person.idNumber', ivan)
  await type(app, 'person.firstName', 'Иван')
  await expect(app.getByText(/^Чернова \d/)).toBeVisible()
  await app.reload()
  await expect(field(app, 'person.firstName')).toHaveValue('Иван')
  await expect(field(app, 'entryNumber')).toHaveValue('94-1291')
  await app.keyboard.press('Control+s')
  await expect(app.getByRole('alert')).toContainText('за поправяне')
  await expect(app.getByRole('alert')).toContainText('Въведете')
  await expectAccessible(app)
})
