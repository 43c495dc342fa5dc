import type { Page } from '@playwright/test'
import { wholeSheet } from '#electron/api/testing/sheet-data.ts'
import { expectAccessible } from './fixtures/accessibility.ts'
import { expect, test as base } from './fixtures/app.ts'
import { admitted, civil, intake } from './fixtures/case-path.ts'
import { pressCyrillic } from './fixtures/keyboard.ts'
import { once } from './fixtures/once.ts'
import { click, logIn, prepareOffice } from './fixtures/prepared-office.ts'
import { effort, forgetEffort } from './fixtures/watch.ts'

const worker = 'Гергана Димитрова'
const head = 'Ръководителка Пробева'
const clerk = 'Приемна Деловодна'

const assessmentOffice = once(() =>
  prepareOffice(
    { [worker]: ['socialWorker'], [head]: ['head'], [clerk]: ['clerk'] },
    async (as) => {
      const [taker, decider, assessor] = [await as(clerk), await as(head), await as(worker)]
      // One person with an approved sheet, so that the next one begins with team and answers.
      const { id: first } = await admitted({ taker, decider }, intake('94-1001', 'Георгиев', 926))
      const sheet = await assessor.assessments.sheet({ applicationId: first })
      if (sheet.kind !== 'sheet') throw new Error('the sheet is not open')
      const saved = await assessor.assessments.save(
        click({
          id: null,
          version: null,
          methodologyVersionId: sheet.methodologyVersionId,
          data: wholeSheet(first, sheet.methodology, 1, {
            visitDate: civil,
            assessmentDate: civil,
          }),
        }),
      )
      const done = await assessor.assessments.finish(click(saved))
      const { computedMinutes } = await decider.assessments.find({ id: done.id })
      await decider.assessments.approve(
        click({
          id: done.id,
          version: done.version,
          grantedMinutes: computedMinutes ?? 0,
          reason: '',
        }),
      )
      await admitted({ taker, decider }, intake('94-1002', 'Димов', 928))
      // And one whose hours wait for the head.
      const { id: third } = await admitted({ taker, decider }, intake('94-1003', 'Велев', 930))
      const filled = await assessor.assessments.save(
        click({
          id: null,
          version: null,
          methodologyVersionId: sheet.methodologyVersionId,
          data: wholeSheet(third, sheet.methodology, 2, {
            visitDate: civil,
            assessmentDate: civil,
          }),
        }),
      )
      await assessor.assessments.finish(click(filled))
    },
  ),
)

const test = base.extend<object>({
  // eslint-disable-next-line no-empty-pattern
  officeFolder: async ({}, use) => {
    await use(await assessmentOffice())
  },
})

const row = (page: Page, index: number) => page.locator(`[data-scoring-row="${String(index)}"]`)

/** The row of the sheet that has the keys, counted from 0. */
async function atRow(page: Page, index: number): Promise<void> {
  await expect(row(page, index).locator(':focus')).toHaveCount(1)
}

async function openSheet(page: Page): Promise<void> {
  await pressCyrillic(page, 'Alt+KeyN')
  await expect(page.getByRole('listbox', { name: 'Ново…' })).toBeFocused()
  await page.keyboard.press('Digit3')
  await expect(page.getByRole('heading', { name: 'Посещения за оценка', level: 1 })).toBeVisible()
  await expect(page.getByRole('row', { name: /Димов/ })).toBeVisible()
  await pressCyrillic(page, 'Control+KeyF')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('grid')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Нова оценка', level: 1 })).toBeVisible()
  await expect(page.locator('[data-field="visitDate"]')).toBeFocused()
}

/** The day of this month for both dates; the place comes from the address and is passed by. */
async function visit(page: Page, filled = 0): Promise<void> {
  const day = String(Number(civil.slice(8)))
  await page.keyboard.type(day)
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-field="assessmentDate"]')).toBeFocused()
  await page.keyboard.type(day)
  if (filled > 0) return
  await page.keyboard.press('Enter')
  await atRow(page, 0)
}

test('a sheet of 28 items from paper: 38 keys at most, saved unfinished, and the check names what is open', async ({
  app,
}) => {
  await logIn(app, worker)
  await openSheet(app)
  await forgetEffort(app)
  await visit(app)
  await expect(app.getByRole('radio', { checked: true })).toHaveCount(1)
  for (let index = 0; index < 28; index += 1) {
    await atRow(app, index)
    // The points of the paper, which are the keys: the last row knows 0, 2, 3, 4, 6 and 9.
    const points = index < 27 ? '2' : '3'
    await app.keyboard.press(index % 2 === 0 ? `Digit${points}` : `Numpad${points}`)
  }
  const rail = app.getByRole('complementary', { name: 'Резултат от листа' })
  await expect(rail).toContainText('57 от 90')
  await expect(rail).toContainText('84 ч.')
  await app.keyboard.press('Control+KeyS')
  await expect(app.getByRole('heading', { name: /за попълване/ })).toBeVisible()
  const { keys, clicks } = await effort(app)
  expect(clicks).toBe(0)
  expect(keys).toBeLessThanOrEqual(38)
  await expectAccessible(app)

  await app.getByRole('button', { name: 'Попълнете „Здравословно състояние“.' }).press('Enter')
  await expect(app.locator('[data-field="narrative.health"]')).toBeFocused()

  // Points that the row does not have are told, and neither it nor another row takes the next figure.
  const last = row(app, 27)
  await last.getByRole('radio', { checked: true }).focus()
  await app.keyboard.press('Digit5')
  await expect(app.getByText(/^Няма 5 т\./)).toBeVisible()
  await app.keyboard.press('Digit4')
  await expect(last.getByRole('radio', { name: /с медицински документ/ })).toBeChecked()
  await atRow(app, 27)
  await app.keyboard.press('Backspace')
  await app.keyboard.press('Numpad6')
  await expect(last.getByRole('radio', { name: /над 90 %, без чужда помощ/ })).toBeChecked()
})

test('a changed row asks why and F3 gives the words, 110 keys at most; who prepared it cannot approve it', async ({
  app,
}) => {
  await logIn(app, head)
  await pressCyrillic(app, 'Alt+Digit4')
  await app.getByRole('button', { name: 'Георгиев, Иван Петров' }).click()
  await app.getByRole('button', { name: 'Нова версия…' }).click()
  await app.getByLabel('Причина за актуализация').selectOption({ label: 'промяна в състоянието' })
  await app.getByRole('button', { name: 'Започни новата версия' }).click()
  await expect(app.locator('[data-field="visitDate"]')).toBeFocused()
  await forgetEffort(app)
  await visit(app, 28)
  // The old answers stand; six rows are answered anew and explained.
  await app.keyboard.press('Enter')
  await row(app, 0).getByRole('radio', { checked: true }).focus()
  for (let index = 0; index < 6; index += 1) {
    await atRow(app, index)
    await app.keyboard.press('Digit2')
    await app.keyboard.press('ArrowUp')
    await app.keyboard.press('Tab')
    await app.keyboard.press('F3')
    await expect(app.getByRole('listbox', { name: 'Готови фрази' })).toBeFocused()
    await app.keyboard.press('Digit1')
    await expect(app.locator(`[data-field="answers.${String(index)}.reason"]`)).toBeFocused()
    await app.keyboard.press('ArrowDown')
  }
  for (let index = 6; index < 28; index += 1) {
    await atRow(app, index)
    await app.keyboard.press(index < 27 ? 'Digit1' : 'Digit2')
  }
  await app.keyboard.press('Control+KeyS')
  await expect(app.getByRole('heading', { name: /Всичко е попълнено/ })).toBeVisible()
  const { keys } = await effort(app)
  expect(keys).toBeLessThanOrEqual(110)
  await app.keyboard.press('Control+Enter')
  // Who prepared it does not approve it.
  await expect(app.getByText('Часовете се одобряват от друг човек')).toBeVisible()
  await expect(app.getByRole('button', { name: 'Одобри' })).toHaveCount(0)
  await expectAccessible(app)
})

test('a paper that takes long says so, may be stopped and asked for again', async ({
  app,
  shell,
}) => {
  test.skip(shell === 'electron', 'the answer is held back over HTTP')
  let asked = 0
  let hold = true
  await app.route('**/api/assessments/draftPdf', async (route) => {
    asked += 1
    // Never answered: as on a machine that has no time for it.
    if (!hold) await route.continue()
  })
  await logIn(app, head)
  await pressCyrillic(app, 'Alt+Digit4')
  await app.getByRole('button', { name: 'Велев, Иван Петров' }).click()
  const paper = app.getByRole('region', { name: 'Индивидуална оценка – проект' })
  await expect(paper.getByText(/^Документът се прави\./)).toBeVisible()
  await expectAccessible(app)
  await paper.getByRole('button', { name: 'Спри' }).press('Enter')
  await expect(paper.getByText('Спряно. Документът не е направен.')).toBeVisible()
  expect(asked).toBe(1)
  hold = false
  await paper.getByRole('button', { name: 'Направи документа' }).press('Enter')
  await expect(paper.getByText(/^\d+\sстраниц/).first()).toBeVisible()
  expect(asked).toBe(2)
})

test('the head gives other hours than the methodology only with a reason, which stays with them', async ({
  app,
}) => {
  await logIn(app, head)
  await pressCyrillic(app, 'Alt+Digit4')
  await app.getByRole('button', { name: 'Велев, Иван Петров' }).click()
  const hours = app.getByLabel('Дадени часове на месец')
  await expect(hours).toHaveValue('84:00')
  // As computed nothing needs to be explained.
  await expect(app.getByLabel('Основание за разликата')).toHaveCount(0)
  await hours.fill('90')
  await expect(app.getByLabel('Основание за разликата')).toBeVisible()
  await pressCyrillic(app, 'Control+KeyS')
  await expect(app.getByText(/^Часовете са различни от изчислените/).first()).toBeVisible()
  await expect(app.getByText('Одобрена', { exact: true })).toHaveCount(0)

  const reason = 'Живее сам, болничното лечение продължава.'
  await app.getByLabel('Основание за разликата').fill(reason)
  await expectAccessible(app)
  await pressCyrillic(app, 'Control+KeyS')
  await expect(app.getByText('Одобрена', { exact: true })).toBeVisible()
  const facts = app.getByRole('main')
  // Not the same words in the pages of the paper, which may be there already.
  await expect(facts.getByText(reason, { exact: true })).toBeVisible()
  await expect(facts.getByText('90\u00A0ч.', { exact: true })).toBeVisible()
  // Both figures stay to be compared, and the plan begins with what was given.
  await expect(facts.getByText('84\u00A0ч.', { exact: true })).toBeVisible()
  await app.getByRole('button', { name: 'Направи план' }).click()
  await expect(app.getByText(/90\u00A0ч\. на месец/).first()).toBeVisible()
})
