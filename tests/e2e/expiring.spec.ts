import { addDays } from '#domain/calendar/civil-date.ts'
import { composeEgn } from '#domain/people/ids.ts'
import { newPerson, wholeIntake } from '#electron/api/testing/intake-data.ts'
import { expect, test as base } from './fixtures/app.ts'
import { civil } from './fixtures/case-path.ts'
import { pressCyrillic } from './fixtures/keyboard.ts'
import { expectTotal, grid } from './fixtures/lists.ts'
import { once } from './fixtures/once.ts'
import { click, logIn, prepareOffice } from './fixtures/prepared-office.ts'
import { effort, forgetEffort } from './fixtures/watch.ts'

const worker = 'Гергана Димитрова'
const surnames =
  'Ангелов Борисов Велев Георгиев Димитров Еленков Желев Захариев Илиев Колев Лазаров Минков'.split(
    ' ',
  )

const expiringOffice = once(() => {
  return prepareOffice({ [worker]: ['socialWorker'] }, async (as) => {
    const client = await as(worker)
    for (const [n, lastName] of surnames.entries()) {
      const person = newPerson(composeEgn('1990-02-03', 926 + 2 * n), {
        lastName,
      })
      const { personId } = await client.applications.create(
        click(wholeIntake({ entryNumber: `94-${String(n + 1)}`, entryDate: civil, person })),
      )
      const data = {
        ...{ number: String(n + 1), decidedOn: '2025-06-01', percent: 92, attendance: true },
        ...{ kind: 'disabilityDegree' as const, validUntil: addDays(civil, 20 + n) },
      }
      await client.people.saveTelkDecision(click({ personId, id: null, version: null, data }))
    }
  })
})

const test = base.extend<object>({
  // eslint-disable-next-line no-empty-pattern
  officeFolder: async ({}, use) => {
    await use(await expiringOffice())
  },
})

test('task 19: letters to all whose ТЕЛК ends in 60 days, in eighteen keys, no click', async ({
  app,
}) => {
  await logIn(app, worker)
  await forgetEffort(app)
  await pressCyrillic(app, 'Control+KeyK')
  await app.keyboard.type('телк')
  await expect(app.getByRole('option', { name: /ТЕЛК до 60 дни/ })).toBeVisible()
  await app.keyboard.press('Enter')
  await expect(app.getByRole('heading', { name: 'ТЕЛК до 60 дни', level: 1 })).toBeVisible()
  await expectTotal(app, surnames.length)
  await expect(grid(app)).toBeFocused()
  await pressCyrillic(app, 'Control+KeyA')
  await pressCyrillic(app, 'Alt+KeyP')
  await expect(app.getByText('12 нови писма.')).toBeVisible()
  await app.keyboard.press('Enter')
  const cameOut = app.getByRole('dialog', { name: 'Излязоха ли от принтера 12 писма?' })
  await expect(cameOut).toBeVisible({ timeout: 60_000 })
  await app.keyboard.press('Enter')
  await expect(cameOut).toBeHidden()
  const { keys, clicks } = await effort(app)
  expect(keys).toBeLessThanOrEqual(18)
  expect(clicks).toBe(0)
})
