import { composeEgn } from '#domain/people/ids.ts'
import { expectAccessible } from './fixtures/accessibility.ts'
import { expect, test as base } from './fixtures/app.ts'
import { once } from './fixtures/once.ts'
import { click, logIn, prepareOffice, type OfficeClient } from './fixtures/prepared-office.ts'
import { effort, forgetEffort } from './fixtures/watch.ts'

const head = 'Гергана Димитрова'
const topic = 'Въвеждащо обучение'

/** Somebody who is at work from today on. */
async function employed(office: OfficeClient, lastName: string, serial: number, today: string) {
  const { id: personId } = await office.people.create(
    click({
      firstName: 'Мария',
      middleName: 'Петрова',
      lastName,
      idKind: 'egn',
      idNumber: composeEgn('1985-02-03', serial),
      birthDate: '1985-02-03',
      sex: 'female',
      currentAddress: { settlementKind: 'village', settlement: 'Примерно' },
    }),
  )
  const { input } = await office.employments.proposal({ personId })
  const own = { ...input, legalGround: 'permanent' as const, education: 'средно' }
  const draft = await office.employments.saveDraft(
    click({ id: null, version: null, personId, input: own }),
  )
  const issue = { contractDate: today, startDate: today, number: null }
  const issued = await office.employments.issue(click({ ...draft, issue }))
  const signing = { signedOn: today }
  await office.employments.markSigned(click({ id: draft.id, version: issued.version, signing }))
  return personId
}

const eventsOffice = once(() => {
  return prepareOffice({ [head]: ['head'] }, async (as) => {
    const office = await as(head)
    const { date: today } = await office.today.overview({})
    const personIds: string[] = []
    for (const [at, lastName] of ['Ангелова', 'Борисова', 'Василева'].entries())
      personIds.push(await employed(office, lastName, 927 + 2 * at, today))
    const at = (from: number) => ({ onDate: today, time: { from, to: from + 120 } })
    const input = {
      ...{ kind: 'training' as const, topic, leader: 'Анна Иванова', place: 'Центъра' },
      ...{ groupName: '', programme: '', sessions: [at(540), at(720)] },
    }
    await office.events.save(click({ id: null, version: null, input, personIds }))
  })
})

const test = base.extend<object>({
  // eslint-disable-next-line no-empty-pattern
  officeFolder: async ({}, use) => {
    await use(await eventsOffice())
  },
})

test('a group is trained by keyboard alone: grid, „Проведено“, certificates', async ({ app }) => {
  await logIn(app, head)
  await app.getByRole('link', { name: `Днес: ${topic}` }).press('Enter')
  await expect(app.getByRole('heading', { level: 1, name: topic })).toBeVisible()
  await expectAccessible(app)
  await forgetEffort(app)

  const grid = app.getByRole('grid', { name: 'Присъствие' })
  const cell = (row: number, column: number) =>
    grid.locator(`[data-cell="${String(row)}-${String(column)}"]`)
  await cell(0, 0).focus()
  await app.keyboard.press('Space')
  await app.keyboard.press('Control+d')
  await expect(grid.locator('[data-presence="present"]')).toHaveCount(3)
  await app.keyboard.press('ArrowRight')
  await app.keyboard.press('Space')
  await app.keyboard.press('Control+d')
  await app.keyboard.press('ArrowDown')
  await app.keyboard.press('ArrowDown')
  await app.keyboard.press('o')
  await expect(cell(2, 1)).toHaveAttribute('data-presence', 'excused')
  await app.getByRole('button', { name: 'Запиши присъствието' }).press('Enter')

  await app.getByRole('button', { name: 'Отбележи като проведено' }).press('Enter')
  // Who was there for half of the hours is given none.
  await app.getByRole('button', { name: 'Издай удостоверения…' }).press('Enter')
  await app.getByRole('button', { name: 'Издай удостоверенията' }).press('Enter')
  await expect(app.getByRole('link', { name: /УД-\d/ })).toHaveCount(2)
  await expect(app.getByRole('button', { name: 'Махни' })).toHaveCount(1)
  expect((await effort(app)).clicks).toBe(0)
  await expectAccessible(app)
})
