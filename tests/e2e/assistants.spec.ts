import type { Page } from '@playwright/test'
import { personInput } from '#electron/api/testing/person-data.ts'
import { expectAccessible } from './fixtures/accessibility.ts'
import { expect, test as base } from './fixtures/app.ts'
import { assessed, civil, intake } from './fixtures/case-path.ts'
import { pressCyrillic } from './fixtures/keyboard.ts'
import { once } from './fixtures/once.ts'
import { click, logIn, prepareOffice, type OfficeClient } from './fixtures/prepared-office.ts'
import { effort, forgetEffort } from './fixtures/watch.ts'

const head = 'Ръководителка Пробева'
const worker = 'Социална Работничка'
const coordinator = 'Координаторка Графикова'

/** Four hours a day from today on, signed. */
async function assistant(boss: OfficeClient, firstName: string, lastName: string): Promise<string> {
  const { id: personId } = await boss.people.create(
    click(personInput({ birthDate: '1985-02-03', sex: 'female', firstName, lastName })),
  )
  const { input } = await boss.employments.proposal({ personId })
  const draft = await boss.employments.saveDraft(
    click({
      id: null,
      version: null,
      personId,
      input: { ...input, legalGround: 'permanent', endDate: null, minutesPerDay: 240 },
    }),
  )
  const issue = { contractDate: civil, startDate: civil, number: null }
  const { version } = await boss.employments.issue(
    click({ id: draft.id, version: draft.version, issue }),
  )
  await boss.employments.markSigned(click({ id: draft.id, version, signing: { signedOn: civil } }))
  return draft.id
}

const pairOffice = once(() => {
  const profiles = {
    [head]: ['head'],
    [worker]: ['socialWorker'],
    [coordinator]: ['coordinator'],
  } as const
  return prepareOffice(profiles, async (as) => {
    const [boss, assessor] = [await as(head), await as(worker)]
    const { personId } = await assessed(
      { taker: assessor, decider: boss, assessor },
      intake('94-41', 'Възложен', 941),
    )
    const employmentId = await assistant(boss, 'Болна', 'Титулярова')
    await assistant(boss, 'Здрава', 'Заместова')
    const { caseId } = await boss.assignments.ofPerson({ personId })
    await boss.assignments.assign(
      click({
        applicationId: caseId ?? '',
        choiceId: null,
        input: {
          employmentId,
          role: 'titular' as const,
          fromDate: civil,
          toDate: null,
          minutesPerMonth: 56 * 60,
          overNormReason: '',
        },
      }),
    )
  })
})

const test = base.extend<object>({
  // eslint-disable-next-line no-empty-pattern
  officeFolder: async ({}, use) => {
    await use(await pairOffice())
  },
})

async function openTab(page: Page): Promise<void> {
  await pressCyrillic(page, 'Control+KeyK')
  await page.keyboard.type('Възложен')
  await expect(page.getByRole('option', { name: /Възложен/ }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: /^Асистенти/ }).press('Enter')
  await expect(page.getByText('Титулярова').first()).toBeVisible()
}

test('a sick titular is replaced for good in one action of twelve keys', async ({ app }) => {
  await logIn(app, coordinator)
  await openTab(app)
  await expectAccessible(app)
  await forgetEffort(app)
  await pressCyrillic(app, 'Alt+KeyS')
  const dialog = app.getByRole('dialog')
  await expect(dialog.locator('[data-field="employmentId"]')).toBeFocused()
  await app.keyboard.type('Зам')
  await expect(app.getByRole('option', { name: /Заместова/ })).toBeVisible()
  await app.keyboard.press('Enter')
  await expect(dialog.locator('[data-field="reason"]')).toBeFocused()
  await app.keyboard.press('F3')
  await expect(app.getByRole('listbox')).toBeFocused()
  await app.keyboard.press('Enter')
  await expect(dialog.locator('[data-field="reason"]')).toHaveValue(/поради болест/)
  await app.keyboard.press('Control+s')
  await expect(dialog).toHaveCount(0)
  const spent = await effort(app)
  expect(spent.keys).toBeLessThanOrEqual(12)
  expect(spent.clicks).toBe(0)
  await expect(app.getByText(/Съобщение за смяна на асистент №/)).toBeVisible()
  await expect(app.getByRole('link', { name: /Заместова/ })).toBeVisible()
  await expectAccessible(app)
})

test('the person chooses out of a list with reasons, and the protocol is issued: keys alone', async ({
  app,
}) => {
  await logIn(app, worker)
  await openTab(app)
  await app.getByRole('button', { name: 'Избор на асистент' }).press('Enter')
  const list = app.getByRole('listbox', { name: 'Кого избира лицето' })
  await expect(list).toBeFocused()
  await expect(list.getByRole('option', { name: /Заместова.*същото населено място/ })).toBeVisible()
  await expect(list.getByRole('option', { name: /Титулярова.*вече помага/ })).toBeDisabled()
  await expectAccessible(app)
  await app.keyboard.press('Enter')
  await expect(list.getByRole('option', { selected: true })).toContainText('Заместова')
  await expect(app.locator('[data-field="statement"]')).toBeFocused()
  await app.keyboard.type('Избирам я, защото я познавам.')
  await pressCyrillic(app, 'Control+KeyP')
  await expect(app.getByRole('heading', { level: 1, name: /^Избор на асистент / })).toBeVisible()
})

test('who may take a person two hours a day from tomorrow: only who has them free', async ({
  app,
}) => {
  await logIn(app, coordinator)
  await pressCyrillic(app, 'Alt+Digit8')
  await expect(app.getByRole('heading', { level: 1, name: 'Асистенти и служители' })).toBeVisible()
  const rows = app.getByRole('grid').getByRole('row')
  await expect(rows.filter({ hasText: 'Титулярова' })).toHaveCount(1)
  await app.getByLabel('В кое населено място', { exact: true }).selectOption('Примерно')
  await app.getByLabel('Часове на ден', { exact: true }).selectOption('120')
  await app.getByLabel('От кога', { exact: true }).selectOption('tomorrow')
  await expect(rows.filter({ hasText: 'Титулярова' })).toHaveCount(0)
  await expect(rows.filter({ hasText: 'Заместова' })).toHaveCount(1)
  await expectAccessible(app)
})
