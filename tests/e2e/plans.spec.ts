import type { Page } from '@playwright/test'
import { expectAccessible } from './fixtures/accessibility.ts'
import { expect, test as base } from './fixtures/app.ts'
import { assessed, intake } from './fixtures/case-path.ts'
import { pressCyrillic } from './fixtures/keyboard.ts'
import { once } from './fixtures/once.ts'
import { logIn, prepareOffice } from './fixtures/prepared-office.ts'
import { effort, forgetEffort } from './fixtures/watch.ts'

const worker = 'Гергана Димитрова'
const head = 'Ръководителка Пробева'
const clerk = 'Приемна Деловодна'

const planOffice = once(async () => {
  const people: string[] = []
  const dir = await prepareOffice(
    { [worker]: ['socialWorker'], [head]: ['head'], [clerk]: ['clerk'] },
    async (as) => {
      const by = { taker: await as(clerk), decider: await as(head), assessor: await as(worker) }
      people.push((await assessed(by, intake('94-1001', 'Георгиев', 926))).personId)
      people.push((await assessed(by, intake('94-1002', 'Димов', 928))).personId)
    },
  )
  return { dir, people }
})

const test = base.extend<{ people: string[] }>({
  // eslint-disable-next-line no-empty-pattern
  officeFolder: async ({}, use) => {
    await use((await planOffice()).dir)
  },
  // eslint-disable-next-line no-empty-pattern
  people: async ({}, use) => {
    await use((await planOffice()).people)
  },
})
test.use({ actionTimeout: 20_000 })

const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`)
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

async function openNewPlan(page: Page, personId: string | undefined): Promise<void> {
  await page.evaluate((id) => {
    location.hash = `#/people/${id ?? ''}/plans/new`
  }, personId)
  await expect(page.getByRole('heading', { name: 'Нов план', level: 1 })).toBeVisible()
}

/** Text of a goal and of its result by a ready phrase, one activity typed by its beginning. */
async function writeGoal(page: Page, index: number, activity: string): Promise<void> {
  const name = `goals.${String(index)}`
  await expect(field(page, `${name}.goal`)).toBeFocused()
  await press(page, 'F3')
  await expect(page.getByRole('listbox', { name: 'Готови фрази' })).toBeFocused()
  await press(page, 'Enter')
  await expect(field(page, `${name}.goal`)).toBeFocused()
  await expect(field(page, `${name}.goal`)).not.toHaveValue('')
  await press(page, 'Tab')
  await expect(field(page, `${name}.activities`)).toBeFocused()
  await page.keyboard.type(activity)
  await expect(page.getByRole('option', { name: new RegExp(activity) }).first()).toBeVisible()
  await press(page, 'Enter', 'Tab')
  await expect(field(page, `${name}.expectedResult`)).toBeFocused()
  await press(page, 'F3')
  await expect(page.getByRole('listbox', { name: 'Готови фрази' })).toBeFocused()
  await press(page, 'Enter')
  await expect(field(page, `${name}.expectedResult`)).toBeFocused()
}

/** One row of the week from its first cell: activity, days, time. */
async function writeRow(
  page: Page,
  row: number,
  [activity, days, time]: readonly [string, string, string],
): Promise<void> {
  await expect(field(page, `rows.${String(row)}.activity`)).toBeFocused()
  await page.keyboard.type(activity)
  await press(page, 'Tab')
  await page.keyboard.type(days)
  await press(page, 'Tab')
  await page.keyboard.type(time)
}

test('a plan with three goals and a week that fits, by keyboard, to the head’s approval', async ({
  app,
  people,
}) => {
  await logIn(app, worker)
  await openNewPlan(app, people[0])
  await forgetEffort(app)

  // The first weak area waits for its answer; Enter begins a goal in it.
  await expect(field(app, 'goals.SELF')).toBeFocused()
  await press(app, 'Enter')
  await writeGoal(app, 0, 'лич')
  await expect(app.getByRole('button', { name: 'Премахни дейността лична хигиена' })).toBeVisible()
  for (const [index, activity] of [
    [1, 'къп'],
    [2, 'паз'],
  ] as const) {
    // responsible, from, to, remove, add
    await press(app, 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Enter')
    await writeGoal(app, index, activity)
  }
  const areas = app.getByRole('region', { name: 'Слаби области по оценката' })
  await expect(areas).toContainText('1 цел')

  // The other weak area is left without a goal, with a reason.
  await app.getByRole('button', { name: /^няма цел/ }).focus()
  await press(app, 'Enter')
  await expect(field(app, 'areasWithoutGoal.0.reason')).toBeFocused()
  await press(app, 'F3')
  await expect(app.getByRole('listbox', { name: 'Готови фрази' })).toBeFocused()
  await press(app, 'Enter')
  await expect(areas).toContainText('няма цел')

  // Enter on the way goes into the next part of the plan, to the first empty cell of the week.
  await field(app, 'goals.2.responsible').focus()
  await press(app, 'Enter')
  await expect(app.getByRole('tab', { name: /^Седмица/ })).toHaveAttribute('aria-selected', 'true')
  await writeRow(app, 0, ['лич', 'пн-пт', '8-10'])
  await press(app, 'Tab')
  await app.keyboard.type('М. Стоянова')
  await press(app, 'Enter')
  await writeRow(app, 1, ['паз', 'вт чт', '10-11'])
  await expect(app.getByRole('meter', { name: 'План' })).toHaveAttribute(
    'aria-valuetext',
    /–56\s?ч\. според месеца, в рамките на дадените/,
  )
  // Ctrl+D repeats the row, − takes it away again.
  await press(app, 'Control+d')
  await expect(field(app, 'rows.2.time')).toBeFocused()
  await expect(field(app, 'rows.2.time')).toHaveValue('10:00–11:00')
  const checks = app.getByRole('region', { name: 'Проверка' })
  await expect(checks).toContainText('Ред 3 се застъпва с ред 2')
  await press(app, '-')
  await expect(field(app, 'rows.2.time')).toHaveCount(0)
  await expect(checks).toContainText('Планът може да се подготви за подпис.')

  // A typed cell goes back on Esc, and the form stays.
  await press(app, 'ArrowRight', 'ArrowRight')
  await expect(field(app, 'rows.1.time')).toBeFocused()
  await app.keyboard.type('7-23')
  await press(app, 'Escape')
  await expect(field(app, 'rows.1.time')).toHaveValue('10:00–11:00')
  await pressCyrillic(app, 'Alt+KeyZ')
  await expect(app.getByRole('dialog', { name: 'Защо?' })).toContainText(
    'Празниците не се изваждат',
  )
  await press(app, 'Escape')
  await expectAccessible(app)

  await press(app, 'Control+Enter')
  await expect(app.getByRole('heading', { name: 'Преглед преди подпис', level: 1 })).toBeVisible()
  await expect(app.getByText('Всичко е попълнено.')).toBeVisible()
  await expect(app.getByText(/ПРОЕКТ/).first()).toBeAttached()
  await expectAccessible(app)
  await press(app, 'Control+Enter')
  await expect(app.getByText('Подготвен е от Гергана Димитрова')).toBeVisible()
  const spent = await effort(app)
  expect(spent.clicks).toBe(0)

  // The head finds it under the plans, approves it, and it has its number.
  const planPage = await app.evaluate(() => location.hash)
  await app.getByRole('button', { name: worker }).focus()
  await press(app, 'Enter')
  await app.getByRole('menuitem', { name: 'Изход' }).focus()
  await press(app, 'Enter')
  await logIn(app, head)
  await app.evaluate((hash) => {
    location.hash = hash
  }, planPage)
  await expect(app.getByRole('button', { name: /Одобри плана/ })).toBeVisible()
  await press(app, 'Control+Enter')
  await expect(app.getByRole('heading', { name: /План за подкрепа № ИПП-1\// })).toBeVisible()
  await expectAccessible(app)

  await app.getByRole('button', { name: 'Отбележи като подписан' }).focus()
  await press(app, 'Enter')
  await expect(field(app, 'signedOn')).toBeFocused()
  await app.keyboard.type('д')
  await press(app, 'Enter')
  await expect(app.getByText('Подписан', { exact: true })).toBeVisible()

  await app
    .getByRole('link', { name: /^Индивидуални планове/ })
    .first()
    .focus()
  await press(app, 'Enter')
  const grid = app.getByRole('grid', { name: 'Индивидуални планове' })
  await expect(grid).toContainText('Георгиев')
  await expect(grid).toContainText('ИПП-1')
  await expectAccessible(app)
})

test('a week that is over is blocked, fitted by a proposal that is read first, and comes back after a crash', async ({
  app,
  people,
}) => {
  await logIn(app, worker)
  await openNewPlan(app, people[1])
  await expect(field(app, 'goals.SELF')).toBeFocused()
  await press(app, 'Enter')
  await writeGoal(app, 0, 'лич')
  await field(app, 'goals.0.responsible').focus()
  await press(app, 'Enter')
  await writeRow(app, 0, ['лич', 'пн-пт', '8-11'])

  const checks = app.getByRole('region', { name: 'Проверка' })
  await expect(checks).toContainText('а дадените са 56 ч. Намалете с')
  await expect(checks).toContainText('Няма цел за')
  const meter = app.getByRole('meter', { name: 'План' })
  await expect(meter).toHaveAttribute('aria-valuetext', /над дадените/)

  // Words that cannot be read stay as typed and are said on saving.
  await press(app, 'Enter')
  await writeRow(app, 1, ['паз', 'утре', '17'])
  await press(app, 'Control+s')
  const summary = app.getByRole('alert', { name: /неща за поправяне/ })
  await expect(summary).toContainText('пн-пт или вт чт')
  await expect(field(app, 'rows.1.weekdays')).toHaveValue('утре')
  // A reload in the middle: the draft is there, the unreadable text too.
  await expect(app.getByText(/^Чернова/)).toBeVisible()
  await app.reload()
  await expect(app.getByRole('heading', { name: 'Нов план', level: 1 })).toBeVisible()
  await app.getByRole('tab', { name: /^Седмица/ }).focus()
  await press(app, 'Enter')
  await expect(field(app, 'rows.0.time')).toHaveValue('8:00–11:00')
  await field(app, 'rows.1.activity').focus()
  await press(app, '-')
  await expect(field(app, 'rows.1.activity')).toHaveCount(0)

  await app.getByRole('button', { name: 'Напасни' }).focus()
  await press(app, 'Enter')
  const proposal = app.getByRole('group', { name: /^Предложение: от / })
  await expect(proposal).toContainText('ред 1: с')
  await expect(field(app, 'rows.0.time')).toHaveValue('8:00–11:00')
  await expect(app.getByRole('button', { name: 'Приеми предложението' })).toBeFocused()
  await expectAccessible(app)
  await expect(app.getByRole('button', { name: 'Приеми предложението' })).toBeFocused()
  await press(app, 'Enter')
  await expect(meter).toHaveAttribute('aria-valuetext', /в рамките на дадените/)
  await expect(checks).not.toContainText('Намалете с')
  await press(app, 'Control+s')
  await expect(app.getByText('Чернова', { exact: true })).toBeVisible()
  await expect(app.getByRole('heading', { name: 'Индивидуален план за подкрепа' })).toBeVisible()
})
