import type { Page } from '@playwright/test'
import { readPdf } from '#papers/testing/read-pdf.ts'
import { expectAccessible } from './fixtures/accessibility.ts'
import { expect, test as base } from './fixtures/app.ts'
import { at, button, go, patient, press, step, title, type } from './fixtures/by-keys.ts'
import { wholeCandidate } from './fixtures/candidate.ts'
import { assessed, civil, intake } from './fixtures/case-path.ts'
import { paperIn } from './fixtures/first-papers.ts'
import { pressCyrillic } from './fixtures/keyboard.ts'
import { once } from './fixtures/once.ts'
import { click, logIn, prepareOffice } from './fixtures/prepared-office.ts'
import { settled } from './fixtures/settled.ts'

const head = 'Ръководителка Пробева'
const worker = 'Социална Работничка'
const assistant = 'Фатме Салих Ахмедова'
const helped = 'Иван Петров Търсещ'

/** Somebody in the list of the approved, and somebody with hours who has nobody yet. */
const teamOffice = once(async () => {
  let candidacyId = ''
  const profiles = { [head]: ['head'], [worker]: ['socialWorker'] } as const
  const dir = await prepareOffice(profiles, async (as) => {
    const [boss, assessor] = [await as(head), await as(worker)]
    await assessed({ taker: assessor, decider: boss, assessor }, intake('94-51', 'Търсещ', 942))
    const { id } = await boss.candidates.create(click(wholeCandidate({ villages: ['Примерно'] })))
    const { version } = await boss.candidates.decide(
      click({ id, version: 1, event: { kind: 'admit' as const } }),
    )
    const event = { kind: 'enterPool' as const, date: civil }
    await boss.candidates.decide(click({ id, version, event }))
    candidacyId = id
  })
  return { dir, candidacyId }
})

const test = base.extend<object>({
  // eslint-disable-next-line no-empty-pattern
  officeFolder: async ({}, use) => {
    await use((await teamOffice()).dir)
  },
})

async function openCandidate(page: Page): Promise<void> {
  const { candidacyId } = await teamOffice()
  await page.goto(new URL(`#/candidates/${candidacyId}`, page.url()).href)
  await title(page, /^Кандидат за асистент №\sЛА-11\//)
  await settled(page)
}

/** The tab of the dossier in which somebody is chosen and assigned. */
async function openAssistants(page: Page): Promise<void> {
  await pressCyrillic(page, 'Control+KeyK')
  await expect(page.getByRole('combobox', { name: 'Търсене и команди' })).toBeFocused()
  await page.keyboard.type('Търсещ')
  await expect(page.getByRole('option', { name: new RegExp(helped) }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await title(page, helped)
  await page.getByRole('tab', { name: /^Асистенти/ }).press('Enter')
  const heading = page.getByRole('heading', { name: 'Асистенти', exact: true, level: 2 })
  await expect(heading.first()).toBeVisible()
}

const pressButton = (page: Page, name: string) =>
  page.getByRole('main').getByRole('button', { name, exact: true }).press('Enter')

/** From the proposal to the paper that came out of the printer. */
async function contract(page: Page): Promise<Buffer> {
  await go(page, button(page, 'Направи трудов договор'))
  await title(page, 'Нов договор')
  await type(page, 'education', 'средно')
  await type(page, 'endDate', '+300')
  await expect(page.locator('canvas').first()).toBeVisible(patient)
  await expect(page.getByText('Преди издаване')).toHaveCount(0)
  await press(page, 'Control+p')
  await expect(page.getByRole('heading', { name: /^Издаване на договор №\sЕК-1$/ })).toBeVisible(
    patient,
  )
  await at(page, 'contractDate')
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { name: /^Печат:/ })).toBeVisible(patient)
  await at(page, 'copies')
  const sent = page.waitForResponse(/papers\/forPrinter/)
  const opened = page.context().waitForEvent('page')
  await press(page, 'Enter')
  const bytes = await (await sent).body()
  await opened
  await page.bringToFront()
  await expect(button(page, 'Отпечатан е')).toBeFocused(patient)
  await press(page, 'Enter')
  await expect(page.getByText('отпечатан', { exact: true }).first()).toBeVisible(patient)
  return bytes
}

test('a candidate becomes an assistant by a signed contract and is chosen by a person: keys alone', async ({
  app,
}) => {
  await logIn(app, head)
  await openCandidate(app)
  let bytes: Buffer = Buffer.alloc(0)
  await step(app, 'labour contract', async () => {
    bytes = await contract(app)
  })
  const paper = await readPdf(paperIn(bytes))
  expect(paper.text).toMatch(/ТРУДОВ ДОГОВОР №\sЕК-1\//)
  for (const part of [assistant, '642123456', 'социален асистент', 'средно', 'четири часа'])
    expect(paper.text).toContain(part)
  expect(paper.text).not.toContain('ПРОЕКТ')

  await step(app, 'signed', async () => {
    await pressButton(app, 'Върнат подписан')
    await type(app, 'signedOn', 'д')
    await expect(app.getByText('В сила', { exact: true }).first()).toBeVisible()
    await title(app, /^Трудов договор №\sЕК-1\//)
  })
  await expectAccessible(app)
  // With the signature the application is done.
  await openCandidate(app)
  await expect(app.getByText('С назначение', { exact: true }).first()).toBeVisible()
  await expect(button(app, 'Направи трудов договор')).toHaveCount(0)

  let protocol: Buffer = Buffer.alloc(0)
  await step(app, 'choice', async () => {
    await openAssistants(app)
    await pressButton(app, 'Избор на асистент')
    const list = app.getByRole('listbox', { name: 'Кого избира лицето' })
    await expect(list).toBeFocused()
    const offered = list.getByRole('option', { name: /Ахмедова.*приема работа там/ })
    await expect(offered).toBeVisible()
    await expectAccessible(app)
    await press(app, 'Enter')
    await expect(list.getByRole('option', { selected: true })).toContainText(assistant)
    await at(app, 'statement')
    await go(app, button(app, 'Добави присъстващ'), 'Shift+Tab')
    await type(app, 'present.2.name', 'Стоянка Колева')
    await at(app, 'present.2.capacity')
    // Лицето, представител, близък.
    await press(app, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter')
    await at(app, 'statement')
    await app.keyboard.type('Избирам Фатме, защото я познавам.')
    const filed = app.waitForResponse(/papers\/pdf/)
    await pressCyrillic(app, 'Control+KeyP')
    await title(app, /^Избор на асистент №\sИА-1\//)
    protocol = await (await filed).body()
    await expect(app.getByText('за печат', { exact: true }).first()).toBeVisible()
  })
  const { text } = await readPdf(paperIn(protocol))
  expect(text).toMatch(/ПРОТОКОЛ №\sИА-1\//)
  expect(text).toMatch(new RegExp(`Избран асистент: ${assistant},[^.]*ЕК-1/`))
  for (const part of [helped, head, 'Стоянка Колева', 'Избирам Фатме, защото я познавам.'])
    expect(text).toContain(part)

  await step(app, 'assignment', async () => {
    await openAssistants(app)
    await expect(app.getByText(/Стоянка Колева \(близък\)/)).toBeVisible()
    await pressButton(app, 'Възложи на избрания')
    await at(app, 'employmentId')
    await press(app, 'Control+s')
    await expect(app.getByRole('dialog')).toHaveCount(0)
  })
  await step(app, 'the assistant', async () => {
    await app.getByRole('main').getByRole('link', { name: assistant }).first().press('Enter')
    await title(app, assistant)
    await expect(app.getByText('работи', { exact: true }).first()).toBeVisible()
    await expect(app.getByText('1 лице', { exact: true })).toBeVisible()
    await app.getByRole('tab', { name: /^Лица/ }).press('Enter')
    const people = app.getByRole('tabpanel')
    await expect(people.getByRole('link', { name: helped })).toBeVisible()
    await expect(people.getByText(/56\sч\. на месец/)).toBeVisible()
  })
})
