import type { Page } from '@playwright/test'
import { composeEgn } from '#domain/people/ids.ts'
import { expectAccessible } from './fixtures/accessibility.ts'
import { expect, test as base } from './fixtures/app.ts'
import { pressCyrillic } from './fixtures/keyboard.ts'
import { once } from './fixtures/once.ts'
import { logIn, prepareOffice } from './fixtures/prepared-office.ts'
import { effort, forgetEffort } from './fixtures/watch.ts'

const clerk = 'Приемна Деловодна'
const head = 'Ръководителка Пробева'
const egn = composeEgn('1984-07-08', 931)

const candidateOffice = once(() =>
  prepareOffice({ [clerk]: ['clerk'], [head]: ['head'] }, async () => {
    // Nobody is known yet: the walk enters the first candidate.
  }),
)

const test = base.extend<object>({
  // eslint-disable-next-line no-empty-pattern
  officeFolder: async ({}, use) => {
    await use(await candidateOffice())
  },
})

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

/** By its place in a group of choices. */
async function pick(page: Page, name: string, digit: number): Promise<void> {
  await at(page, name)
  await page.keyboard.press(`Digit${String(digit)}`)
  await page.keyboard.press('Enter')
}

/** By its place in a list of choices. */
async function pickDown(page: Page, name: string, steps: number): Promise<void> {
  await at(page, name)
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

/** Space ticks and goes on. */
async function tick(page: Page, name: string): Promise<void> {
  await at(page, name)
  await page.keyboard.press('Space')
}

async function newCandidate(page: Page): Promise<void> {
  await pressCyrillic(page, 'Alt+KeyN')
  await expect(page.getByRole('listbox', { name: 'Ново…' })).toBeFocused()
  await page.keyboard.press('Digit7')
  await expect(
    page.getByRole('heading', { name: 'Нов кандидат за асистент', level: 1 }),
  ).toBeVisible()
  await at(page, 'entryNumber')
}

/** The sample paper: a new person, everything answered, every paper brought. */
async function wholePaper(page: Page): Promise<void> {
  await type(page, 'entryNumber', 'ЛА-11')
  await type(page, 'person.idNumber', egn)
  await type(page, 'person.firstName', 'Фатме')
  await type(page, 'person.middleName', 'Салих')
  await type(page, 'person.lastName', 'Ахмедова')
  await type(page, 'person.idCardNumber', '642123456')
  await type(page, 'person.idCardIssuedOn', '120322')
  await type(page, 'person.currentAddress.settlement', 'Драговищица')
  await type(page, 'person.currentAddress.street', 'Трета')
  await type(page, 'person.currentAddress.streetNumber', '4')
  await type(page, 'person.phone', '0888123456')
  await pick(page, 'position', 2)
  await pickDown(page, 'labourStatus', 1)
  await pickDown(page, 'education', 3)
  await type(page, 'experienceMonths', '18')
  await pick(page, 'otherContract', 1)
  await type(page, 'weekdays', 'пн-пт')
  await type(page, 'dailyMinutes', '4')
  await type(page, 'villages', 'Драговищица, Горановци')
  await pick(page, 'hasCar', 2)
  await pick(page, 'climbsStairs', 1)
  await type(page, 'namedPerson', '')
  for (const name of ['capable', 'noConviction', 'noViolenceMeasures', 'privacyNotice'])
    await tick(page, `declarations.${name}`)
  for (const name of ['idCard', 'cv', 'declarations']) await tick(page, `documents.${name}.present`)
}

test('a new candidate in one save, decided and let go: keys alone', async ({ app }) => {
  const checks = app.getByRole('complementary', { name: 'Проверки' })
  await logIn(app, head)
  await pressCyrillic(app, 'Alt+Digit3')
  await expect(app.getByRole('heading', { name: 'Заявления от лица', level: 1 })).toBeVisible()
  await forgetEffort(app)
  await newCandidate(app)
  await wholePaper(app)
  await expect(checks).toContainText('Нищо не липсва')
  await app.keyboard.press('Control+s')
  await expect(
    app.getByRole('heading', { name: /^Кандидат за асистент №\sЛА-11\//, level: 1 }),
  ).toBeVisible()
  const spent = await effort(app)
  console.log(`a new candidate: ${String(spent.keys)} keys, ${String(spent.clicks)} clicks`)
  expect(spent.clicks).toBe(0)
  // 0,28 s a key, 0,9 s a look at the paper, 1,35 s a decision, a third for slips: 145 s (ux 5.1).
  expect((spent.keys * 0.28 + 27 * 0.9 + 8 * 1.35) * 1.3).toBeLessThanOrEqual(145)
  await expect(app.getByText('пн-пт')).toBeVisible()
  await expect(app.getByText('Драговищица, Горановци')).toBeVisible()
  await expectAccessible(app)

  // The same person again in the same campaign is told at the number, and nothing is written.
  await newCandidate(app)
  await type(app, 'entryNumber', 'ЛА-12')
  await type(app, 'person.idNumber', egn)
  await expect(checks).toContainText('Лицето вече е кандидат за асистент')
  await app.keyboard.press('Control+s')
  await expect(app.getByRole('alert')).toContainText('Лицето вече е кандидат за асистент')
  await expectAccessible(app)

  await pressCyrillic(app, 'Alt+Digit3')
  await app.goto(new URL('#/candidates', app.url()).href)
  await expect(app.getByRole('grid', { name: 'Заявления за асистенти' })).toContainText('Ахмедова')
  await expectAccessible(app)
  await app.keyboard.press('Enter')
  const decide = async (name: string) => {
    await app.getByRole('button', { name, exact: true }).focus()
    await app.keyboard.press('Enter')
  }
  await decide('Допусни')
  await expect(app.getByText('Допуснато').first()).toBeVisible()
  await decide('Откажи…')
  await at(app, 'ground')
  await app.keyboard.press('Digit4')
  await app.keyboard.press('Enter')
  await at(app, 'reason')
  await app.keyboard.type('Избран е друг кандидат с повече опит.')
  await app.keyboard.press('Control+s')
  await expect(app.getByText('чл. 25к от ЗЗЛД').first()).toBeVisible()
  await decide('Върни и унищожи документите…')
  await at(app, 'outcome')
  await app.keyboard.press('Digit3')
  await app.keyboard.press('Control+s')
  await expect(app.getByText('От заявлението са останали номерът', { exact: false })).toBeVisible()
  await expect(app.getByText('Драговищица, Горановци')).toHaveCount(0)
  expect((await effort(app)).clicks).toBe(0)
})
