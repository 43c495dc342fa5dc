import type { Response } from '@playwright/test'
import { readPdf } from '#papers/testing/read-pdf.ts'
import { expect, test } from './fixtures/app.ts'
import {
  at,
  button,
  go,
  path,
  patient,
  press,
  step,
  tabTo,
  title,
  type,
} from './fixtures/by-keys.ts'
import { confirmSheet, setUp, takeApplication } from './fixtures/first-application.ts'
import { assess, contract, expectContract, paperIn, plan } from './fixtures/first-papers.ts'
import { pressCyrillic } from './fixtures/keyboard.ts'
import {
  admin,
  changeTo,
  findIvan,
  firstLogIn,
  head,
  makeProfile,
  nextStep,
  worker,
} from './fixtures/three-people.ts'
import { effort } from './fixtures/watch.ts'

// The whole morning: keys of three people are made, four papers set, on a machine that may be small.
test.setTimeout(600_000)
test.use({ actionTimeout: 20_000 })

test('from the first start to a signed contract, and found again: one walk, keys only', async ({
  app,
}) => {
  const frozen: Response[] = []
  app.on('response', (answer) => {
    if (answer.url().includes('papers/pdf')) frozen.push(answer)
  })
  await step(app, 'set-up', () => setUp(app))
  await step(app, 'recovery sheet', () => confirmSheet(app))
  await step(app, 'two colleagues', async () => {
    await go(
      app,
      app.getByRole('navigation', { name: 'Раздели' }).getByRole('link', { name: 'Настройки' }),
    )
    await go(app, app.getByRole('link', { name: 'Профили и роли' }).first())
    await makeProfile(app, worker.name, 'социален работник')
    await makeProfile(app, head.name, 'ръководител')
  })
  await step(app, 'first log-in', () => firstLogIn(app, admin, worker))
  await step(app, 'application', () => takeApplication(app))
  await step(app, 'first log-in of the head', () => firstLogIn(app, worker, head))
  await step(app, 'admission', async () => {
    await nextStep(app, 'Провери и допусни заявлението')
    await go(app, button(app, 'Допусни'))
    await expect(app.getByText('Допуснато').first()).toBeVisible()
  })
  await step(app, 'log-in', () => changeTo(app, head, worker))
  await step(app, 'assessment', () => assess(app))
  await step(app, 'log-in of the head', () => changeTo(app, worker, head))
  await step(app, 'approval of the hours', async () => {
    await nextStep(app, 'Одобри оценката')
    await title(app, /^Оценка/)
    await tabTo(app, app.locator('[data-field="grantedMinutes"]'))
    await press(app, 'Control+s')
    await expect(app.getByText('Одобрена', { exact: true })).toBeVisible(patient)
  })
  await step(app, 'log-in', () => changeTo(app, head, worker))
  await step(app, 'plan', () => plan(app))
  await step(app, 'log-in of the head', () => changeTo(app, worker, head))
  await step(app, 'approval of the plan', async () => {
    await nextStep(app, 'Одобри плана')
    await expect(button(app, /Одобри плана/)).toBeVisible(patient)
    await press(app, 'Control+Enter')
    await title(app, /План за подкрепа № ИПП-1\//)
  })
  let bytes: Buffer = Buffer.alloc(0)
  await step(app, 'contract', async () => {
    bytes = await contract(app)
  })
  expectContract(await readPdf(paperIn(bytes)), 2)
  await step(app, 'signed', async () => {
    await pressCyrillic(app, 'Alt+Digit7')
    await type(app, 'number', '1')
    await type(app, 'personSignedOn', 'д')
    await at(app, 'number')
  })
  await step(app, 'found again', async () => {
    await findIvan(app)
    expect((await effort(app)).keys).toBeLessThanOrEqual(10)
    await expect(app.getByText('Ползва: асистентска подкрепа, 84')).toBeVisible()
    await expect(path(app).getByRole('listitem')).toHaveText([
      /Заявление.*С договор/,
      /Оценка на потребностите.*Одобрена/,
      /Индивидуален план.*Одобрен/,
      /Договор.*В сила/,
    ])
  })
  await step(app, 'the contract as it was filed', async () => {
    await go(app, path(app).getByRole('button', { name: 'Договор' }))
    await title(app, /^Договор № 1\//)
    // Read once in a minute: a frozen paper never changes.
    await expect.poll(() => frozen.length).toBeGreaterThan(0)
    const filed = await readPdf(paperIn((await frozen.at(-1)?.body()) ?? Buffer.alloc(0)))
    expectContract(filed, 1)
    expect(filed).toMatchObject({ tagged: true, language: 'bg-BG' })
    expect(filed.fonts.length).toBeGreaterThan(0)
    expect(filed.fonts.filter(({ embedded }) => !embedded)).toEqual([])
  })
})
