import type { Page } from '@playwright/test'
import type { IntakeInput } from '#domain/applications/intake.ts'
import { lastDayOfMonths } from '#domain/contracts/term.ts'
import { addMonths } from '#domain/calendar/civil-date.ts'
import { expectAccessible } from './fixtures/accessibility.ts'
import { expect, test as base } from './fixtures/app.ts'
import { assessed, civil, intake, type CaseWorkers } from './fixtures/case-path.ts'
import { pressCyrillic } from './fixtures/keyboard.ts'
import { once } from './fixtures/once.ts'
import { click, logIn, prepareOffice } from './fixtures/prepared-office.ts'
import { settled } from './fixtures/settled.ts'
import { effort, forgetEffort } from './fixtures/watch.ts'

const worker = 'Гергана Димитрова'
const head = 'Ръководителка Пробева'
const clerk = 'Приемна Деловодна'

/** From the application to an approved plan of 56 hours, each step by who may take it. */
async function planned(by: CaseWorkers, own: IntakeInput) {
  const { personId, assessmentId } = await assessed(by, own)
  const plan = await by.assessor.plans.create(
    click({
      personId,
      plan: {
        assessmentId,
        validFrom: civil,
        validTo: lastDayOfMonths(civil, 12),
        goals: [
          {
            kind: 'shortTerm' as const,
            areaId: 'SELF',
            goal: 'Да поддържа личната си хигиена.',
            activities: ['hygiene', 'bathing'],
            expectedResult: 'Къпе се два пъти седмично с помощ.',
            responsible: 'социален асистент',
            startDate: civil,
            endDate: addMonths(civil, 6),
          },
        ],
        areasWithoutGoal: [{ areaId: 'HOME', reason: 'Домакинството поема дъщерята.' }],
        rows: [
          {
            activity: 'hygiene',
            weekdays: [1, 2, 3, 4, 5],
            fromMinute: 480,
            toMinute: 600,
            assistant: 'Мария Стоянова',
            note: '',
          },
        ],
        differenceReason: 'Останалите часове са за посещения при лекар.',
        involvement: 'Планът е обсъден с лицето.',
        risks: ['падане в банята'],
        emergencyContactName: 'Мария Георгиева',
        emergencyContactPhone: '0888765432',
        generalPractitioner: 'д-р Колева',
        nextReviewDate: addMonths(civil, 5),
        caseManager: worker,
      },
    }),
  )
  const ready = await by.assessor.plans.prepare(click({ id: plan.id, version: plan.version }))
  await by.decider.plans.approve(click({ id: plan.id, version: ready.version }))
  return personId
}

const contractOffice = once(async () => {
  const people: string[] = []
  const dir = await prepareOffice(
    { [worker]: ['socialWorker'], [head]: ['head'], [clerk]: ['clerk'] },
    async (as) => {
      const by = { taker: await as(clerk), decider: await as(head), assessor: await as(worker) }
      people.push(await planned(by, intake('94-1001', 'Георгиев', 926)))
      people.push(await planned(by, intake('94-1002', 'Димов', 928)))
    },
  )
  return { dir, people }
})

const test = base.extend<{ people: string[] }>({
  // eslint-disable-next-line no-empty-pattern
  officeFolder: async ({}, use) => {
    await use((await contractOffice()).dir)
  },
  // eslint-disable-next-line no-empty-pattern
  people: async ({}, use) => {
    await use((await contractOffice()).people)
  },
})

const shots = process.env['OPORA_SHOTS']
const look = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` })
}
const focused = (page: Page, name: string) =>
  expect(page.locator(`[data-field="${name}"]`)).toBeFocused()

test('one contract from a finished plan, issued and printed: 24 keys, no click', async ({
  app,
  people,
}) => {
  await logIn(app, head)
  await app.goto(`${app.url().split('#')[0] ?? ''}#/people/${people[0] ?? ''}`)
  await settled(app)
  await forgetEffort(app)
  await app.keyboard.press('Alt+KeyN')
  await expect(app.getByRole('listbox', { name: 'Ново…' })).toBeFocused()
  await app.keyboard.press('Digit4')
  await expect(app.getByText('Преди издаване')).toHaveCount(0)
  await expect(app.getByText(/проект/i).first()).toBeVisible()
  await expect(app.locator('canvas').first()).toBeVisible()
  await look(app, 'contract-draft')
  await expectAccessible(app)
  await pressCyrillic(app, 'Control+KeyP')
  await expect(app.getByRole('heading', { name: /Издаване на договор/ })).toBeVisible()
  await focused(app, 'contractDate')
  await look(app, 'contract-issue')
  await app.keyboard.press('Enter')
  await expect(app.getByRole('heading', { name: /^Печат:/ })).toBeVisible()
  await focused(app, 'copies')
  await look(app, 'contract-print')
  const opened = app.context().waitForEvent('page')
  await app.keyboard.press('Enter')
  const printing = await opened
  expect(printing.url()).toMatch(/^blob:|^about:blank|^$/)
  await app.bringToFront()
  await expect(app.getByRole('button', { name: 'Отпечатан е' })).toBeFocused()
  await app.keyboard.press('Enter')
  await expect(app.getByText('Отпечатан', { exact: false }).first()).toBeVisible()
  await expect(app.getByRole('button', { name: 'Върнат подписан' })).toBeVisible()
  const { keys, clicks } = await effort(app)
  console.log(`task 14: ${String(keys)} keys`)
  expect(keys).toBeLessThanOrEqual(24)
  expect(clicks).toBe(0)
  await look(app, 'contract-issued')
  await expectAccessible(app)

  // Signed and back: by its number, as fast as the pile is.
  await app.goto(`${app.url().split('#')[0] ?? ''}#/`)
  await settled(app)
  await forgetEffort(app)
  await app.keyboard.press('Alt+Digit7')
  await focused(app, 'number')
  await app.keyboard.type('1')
  await app.keyboard.press('Enter')
  await focused(app, 'personSignedOn')
  await app.keyboard.type('д')
  await app.keyboard.press('Enter')
  await expect(
    app.getByRole('status').filter({ hasText: 'Отбелязан като подписан' }).first(),
  ).toBeVisible()
  await focused(app, 'number')
  expect((await effort(app)).keys).toBeLessThanOrEqual(10)
  await look(app, 'papers')
  await expectAccessible(app)
  await app.goto(`${app.url().split('#')[0] ?? ''}#/contracts`)
  await expect(app.getByText('В сила', { exact: true }).first()).toBeVisible()
  await look(app, 'contracts-list')
  await expectAccessible(app)
  await app.setViewportSize({ width: 683, height: 344 })
  await look(app, 'contracts-list-200')
  await expectAccessible(app)
})

test('a contract is ended with a ground, and a wrong date is said at its field', async ({
  app,
  people,
}) => {
  await logIn(app, head)
  await app.goto(`${app.url().split('#')[0] ?? ''}#/people/${people[1] ?? ''}/contracts/new`)
  await expect(app.locator('canvas').first()).toBeVisible()
  await pressCyrillic(app, 'Control+KeyP')
  await expect(app.getByRole('heading', { name: /Издаване на договор/ })).toBeVisible()
  await focused(app, 'contractDate')
  await app.keyboard.press('Enter')
  await expect(app.getByRole('heading', { name: /^Печат:/ })).toBeVisible()
  await app.keyboard.press('Escape')
  await app.getByRole('button', { name: 'Върнат подписан' }).click()
  await focused(app, 'personSignedOn')
  await app.keyboard.type('+3')
  await app.keyboard.press('Enter')
  await expect(app.getByText(/не може да е след днешната/).first()).toBeVisible()
  await app.locator('[data-field="personSignedOn"]').fill('д')
  await app.keyboard.press('Enter')
  await expect(app.getByText('В сила', { exact: true }).first()).toBeVisible()
  await app.getByRole('button', { name: 'Прекрати…' }).click()
  await look(app, 'contract-terminate')
  await app.keyboard.press('Control+KeyS')
  await expect(app.getByText('Изберете основание.').first()).toBeVisible()
  await app.locator('[data-field="ground"]').selectOption('personRequest')
  await app.locator('[data-field="onDate"]').fill('д')
  await app.locator('[data-field="reason"]').fill('Писмено искане вх. № 12.')
  await app.keyboard.press('Control+KeyS')
  // On its last day it still runs.
  await expect(app.getByText('Прекратява се', { exact: true }).first()).toBeVisible()
  await look(app, 'contract-terminated')
  await app.setViewportSize({ width: 683, height: 344 })
  await look(app, 'contract-200')
  await expectAccessible(app)
})
