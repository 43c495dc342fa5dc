import type { Page } from '@playwright/test'
import { expectAccessible } from './fixtures/accessibility.ts'
import { expect, test as base } from './fixtures/app.ts'
import { wholeCandidate } from './fixtures/candidate.ts'
import { once } from './fixtures/once.ts'
import { click, logIn, prepareOffice } from './fixtures/prepared-office.ts'
import { effort, forgetEffort } from './fixtures/watch.ts'

const head = 'Ръководителка Пробева'
const worker = 'Работничка Оценкова'

const selectionOffice = once(async () => {
  let candidacyId = ''
  const dir = await prepareOffice({ [worker]: ['socialWorker'], [head]: ['head'] }, async (as) => {
    const leader = await as(head)
    const { id } = await leader.candidates.create(click(wholeCandidate()))
    await leader.candidates.decide(click({ id, version: 1, event: { kind: 'admit' } }))
    candidacyId = id
  })
  return { dir, candidacyId }
})

const test = base.extend<object>({
  // eslint-disable-next-line no-empty-pattern
  officeFolder: async ({}, use) => {
    await use((await selectionOffice()).dir)
  },
})

const go = (page: Page, address: string) => page.goto(new URL(address, page.url()).href)

/** The button by its name, pressed by key. */
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).press('Enter')

test('a candidate is scored from paper and enters the pool: keys alone', async ({ app }) => {
  await logIn(app, worker)
  await go(app, `#/candidates/${(await selectionOffice()).candidacyId}/selection`)
  await forgetEffort(app)
  await press(app, 'Започни картата…')
  await expect(app.locator('[data-field="kind"] :focus')).toHaveCount(1)
  await app.keyboard.press('Digit1')
  await app.keyboard.press('Control+KeyS')
  await press(app, 'Попълни картата')
  for (let index = 0; index < 12; index += 1) {
    await expect(app.locator(`[data-scoring-row="${String(index)}"] :focus`)).toHaveCount(1)
    await app.keyboard.press('Digit2')
    await expect(app.locator(`[data-field="answers.${String(index)}.reason"]`)).toBeFocused()
    await app.keyboard.type('Показа го на място.')
    await app.keyboard.press('Enter')
  }
  const rail = app.getByRole('complementary', { name: 'Резултат от листа' })
  await expect(rail).toContainText('24 от 26')
  await expectAccessible(app)
  await app.keyboard.press('Control+KeyS')
  await press(app, 'Завърши')
  await expect(app.getByText('Чака утвърждаване')).toBeVisible()
  expect((await effort(app)).clicks).toBe(0)
  await expectAccessible(app)
})
