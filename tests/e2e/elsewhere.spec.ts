import { hostname } from 'node:os'
import type { Page } from '@playwright/test'
import { expectAccessible } from './fixtures/accessibility.ts'
import { expect, test as base } from './fixtures/app.ts'
import { once } from './fixtures/once.ts'
import { logIn, prepareOffice } from './fixtures/prepared-office.ts'
import { startServer, type RunningServer } from './fixtures/server.ts'
import { watchPage } from './fixtures/watch.ts'

const head = 'Гергана Димитрова'

interface Fixtures {
  /** Starts one more server on this test's data folder; all are ended with the test. */
  start: () => Promise<RunningServer>
  /** Opens a page on a server; it is closed before the servers are. */
  look: (server: RunningServer) => Promise<Page>
}

const plainOffice = once(() => prepareOffice({ [head]: ['head'] }, () => Promise.resolve()))

const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern
  officeFolder: async ({}, use) => {
    await use(await plainOffice())
  },
  start: async ({ dataDir }, use) => {
    const servers: RunningServer[] = []
    await use(async () => {
      const server = await startServer(dataDir)
      servers.push(server)
      return server
    })
    for (const server of servers) await server.stop()
  },
  look: async ({ chromiumOfWorker, start: _servers }, use) => {
    const pages: { page: Page; watch: Awaited<ReturnType<typeof watchPage>> }[] = []
    await use(async ({ url }) => {
      const page = await chromiumOfWorker!.newPage({ locale: 'bg-BG', timezoneId: 'Europe/Sofia' })
      pages.push({ page, watch: await watchPage(page) })
      await page.goto(url)
      return page
    })
    for (const { page, watch } of pages) {
      expect(watch).toEqual({ violations: [], consoleErrors: [] })
      await page.close()
    }
  },
})

test('a second program on the same data: who has it and since when, and the way on works', async ({
  chromiumOfWorker,
  start,
  look,
}, info) => {
  test.skip(chromiumOfWorker === undefined, 'two servers, each in a browser')
  const first = await start()
  const second = await start()
  const held = await look(first)
  await logIn(held, head)

  const page = await look(second)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Службата е отворена на друго място',
  )
  // „КОМПЮТЪР, от 27.11.2026 г., 10:42 ч.“ – message 37.
  const told = page.getByRole('alert')
  await expect(told).toContainText(`Базата е отворена на друго място: ${hostname()}, от`)
  await expect(told).toHaveText(/от\s\d{1,2}\.\d{2}\.\d{4}\sг\.,\s\d{1,2}:\d{2}\sч\.$/)
  await expect(page.getByText('същият', { exact: false })).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('elsewhere.png'), fullPage: true })

  // As long as it is held, trying again says the same and disturbs nobody.
  const again = page.getByRole('button', { name: 'Опитай пак' })
  await Promise.all([page.waitForEvent('load'), again.click()])
  await expect(told).toContainText(hostname())
  await held.reload()
  await expect(held.getByRole('navigation', { name: 'Раздели' })).toBeVisible()

  await held.close()
  await first.stop()
  await again.click()
  await logIn(page, head)

  // Now it is this one that holds it.
  const third = await look(await start())
  await expect(third.getByRole('alert')).toContainText(hostname())
})

test('the one that held it was killed: the folder is free at once', async ({
  chromiumOfWorker,
  start,
  look,
}) => {
  test.skip(chromiumOfWorker === undefined, 'two servers, each in a browser')
  const first = await start()
  const page = await look(await start())
  const again = page.getByRole('button', { name: 'Опитай пак' })
  await expect(again).toBeVisible()
  await first.stop('SIGKILL')
  await again.click()
  await logIn(page, head)
})
