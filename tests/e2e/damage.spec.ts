import { closeSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { expectAccessible } from './fixtures/accessibility.ts'
import { expect } from './fixtures/app.ts'
import { clerk, copyTo, head, logOut, test, toArchive, typeSecret } from './fixtures/archive.ts'
import { patient } from './fixtures/by-keys.ts'
import {
  changeBehindItsBack,
  logIn,
  officeClosed,
  officePassword,
  pagesBehindItsBack,
} from './fixtures/prepared-office.ts'

test('what a check of the data finds stands on „Днес“ and on „Архив“ until one is clean', async ({
  app,
  dataDir,
}) => {
  await logIn(app, clerk)
  await logOut(app, clerk)
  changeBehindItsBack(
    dataDir,
    clerk,
    `insert into files select 'f', '${'a'.repeat(64)}', id, 9, 'application/pdf', created_at, null from file_keys`,
  )
  await logIn(app, clerk)
  await toArchive(app)
  await app.getByRole('button', { name: 'Провери данните сега' }).press('Enter')
  const notice = app.getByRole('alert').filter({ hasText: '1 документ липсва или не се чете' })
  await expect(notice).toBeVisible(patient)
  await expect(app.getByText(/^Последна пълна проверка: .+ – има повреда\.$/)).toBeVisible()
  await expect(app.getByRole('link', { name: 'Повредени данни' })).toBeVisible()
  await expectAccessible(app)
  await app.keyboard.press('Alt+1')
  await expect(notice).toBeVisible()
  await expectAccessible(app)

  await logOut(app, clerk)
  changeBehindItsBack(dataDir, clerk, "delete from files where id = 'f'")
  await logIn(app, clerk)
  await expect(notice).toBeVisible()
  await toArchive(app)
  await app.getByRole('button', { name: 'Провери данните сега' }).press('Enter')
  await expect(app.getByText(/ – всичко е наред\.$/)).toBeVisible(patient)
  await expect(notice).toHaveCount(0)
})

test.describe('a page of the file that does not read in the middle of the work', () => {
  test.use({ provoked: /422/ })

  test('the clerk is told in the list what is broken and what to do, and soon on „Днес“', async ({
    app,
    dataDir,
  }) => {
    await logIn(app, clerk)
    await logOut(app, clerk)
    await officeClosed(dataDir)
    const pages = pagesBehindItsBack(dataDir, clerk, 'persons%')
    expect(pages.length).toBeGreaterThan(0)
    const file = openSync(path.join(dataDir, 'office.opora'), 'r+')
    for (const page of pages) writeSync(file, Buffer.alloc(64, 7), 0, 64, (page - 1) * 4096 + 512)
    closeSync(file)
    await logIn(app, clerk)
    await app.keyboard.press('Alt+2')
    const told = app.getByText(/^Файлът с данните на този компютър е повреден и това не може/)
    await expect(told).toBeVisible(patient)
    await expectAccessible(app)
    await expect(app.getByRole('link', { name: 'Повредени данни' })).toBeVisible({
      timeout: 150_000,
    })
    await app.keyboard.press('Alt+1')
    const notice = app.getByRole('alert').filter({ hasText: 'Не въвеждайте нищо повече.' })
    await expect(notice).toBeVisible(patient)
  })
})

test.describe('where nobody can log in', () => {
  test.use({ provoked: /503/ })

  test('a damaged database: the page offers the newest copy, and nothing is overwritten', async ({
    app,
    stick,
    dataDir,
  }) => {
    await logIn(app, head)
    await copyTo(app, stick)
    await logOut(app, head)
    await officeClosed(dataDir)
    const file = openSync(path.join(dataDir, 'office.opora'), 'r+')
    writeSync(file, Buffer.alloc(24_576, 7), 0, 24_576, 0)
    closeSync(file)

    await app.getByRole('radio', { name: head }).check()
    await app.getByLabel('Парола', { exact: true }).fill(officePassword)
    await app.keyboard.press('Enter')
    await expect(app.getByRole('heading', { name: 'Службата не се отваря' })).toBeVisible(patient)
    await expectAccessible(app)
    await app.getByLabel('Къде').fill(stick)
    await app.keyboard.press('Enter')
    await app.getByRole('button', { name: /^Избери копието/ }).press('Enter')
    // The copy's clerk may not: who restores where nobody can log in has the right in the copy.
    await expect(app.getByRole('radio', { name: clerk })).toBeVisible(patient)
    await app.getByRole('radio', { name: clerk }).check()
    await typeSecret(app, 'Парола от деня на копието')
    await app.keyboard.press('Control+s')
    await expect(app.getByRole('alert').filter({ hasText: 'ръководител' })).toBeVisible(patient)
    await app.getByRole('radio', { name: head }).check()
    await app.getByLabel('Парола от деня на копието').fill(officePassword)
    await app.keyboard.press('Control+s')
    await expect(app.getByText(/^Състоянието от .+ е върнато\.$/)).toBeVisible(patient)
    await logIn(app, head)
  })
})
