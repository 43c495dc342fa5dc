import type { Download, Page } from '@playwright/test'
import { can } from '#domain/accounts/permissions.ts'
import type { Role } from '#domain/accounts/roles.ts'
import { lists, type ListId } from '#domain/lists/register.ts'
import type { ListColumn, ListShape } from '#domain/lists/shape.ts'
import { expectAccessible } from './fixtures/accessibility.ts'
import { expect, test as base } from './fixtures/app.ts'
import { demoOffice, demoPassword } from './fixtures/demo-office.ts'
import {
  active,
  cell,
  expectTotal,
  grid,
  say,
  shownRows,
  total,
  workbookRows,
} from './fixtures/lists.ts'

const test = base.extend<object>({
  // eslint-disable-next-line no-empty-pattern
  officeFolder: async ({}, use, info) => {
    await use(await demoOffice(info.project.outputDir))
  },
})
// All lists one after the other: no measure of speed.
test.setTimeout(1_200_000)

/** Between them they may open every list. */
const visitors: Readonly<Record<string, Role>> = {
  'Мария Грижева': 'head',
  'Пламен Ключаров': 'administrator',
}

/** Where the page of a list is, by its name. */
const addressOf = (id: ListId) => (id === 'accounts' ? '/settings/accounts' : `/${id}`)
const columnsOf = (shape: ListShape<never>, role: Role): readonly ListColumn<never>[] =>
  shape.columns.filter(({ permission }) => !permission || can([role], permission))

const footer = (page: Page, text: string) => page.getByText(text, { exact: true })

async function sortsBothWays(page: Page, columns: readonly ListColumn<never>[]): Promise<void> {
  const sorting = columns.filter(({ sorts }) => sorts)
  // The first one chooses; a name alone is no place, „Община“ also begins „Общината е“.
  const headOf = (column: ListColumn<never>) =>
    grid(page)
      .getByRole('columnheader')
      .nth(columns.indexOf(column) + 1)
  expect(sorting.length).toBeGreaterThan(0)
  for (const column of sorting) {
    const own = cell(columns.indexOf(column))
    const head = headOf(column)
    const ends: string[][] = []
    for (const way of ['ascending', 'descending']) {
      while ((await head.getAttribute('aria-sort')) !== way) await head.getByRole('button').click()
      await expectTotal(page, await total(page))
      const seen: string[] = []
      for (const key of ['Home', 'End']) {
        await grid(page).press(key)
        seen.push((await active(page).locator(own).innerText()).trim())
      }
      ends.push(seen)
    }
    expect(ends[1], `${column.id}, descending`).toEqual(ends[0]?.toReversed())
  }
  const [first, second] = sorting.map(headOf)
  if (!first || !second) return
  await first.getByRole('button').click()
  while ((await first.getAttribute('aria-sort')) !== 'ascending')
    await first.getByRole('button').click()
  await second.getByRole('button').click({ modifiers: ['Shift'] })
  await expect(first).toHaveAttribute('aria-sort', 'ascending')
  await expect(second).toHaveAttribute('aria-sort', 'ascending')
}

/** Each count beside a view is the count of its list; the chip takes the view away again. */
async function narrowsByChoice(page: Page, shape: ListShape<never>, all: number): Promise<void> {
  const choice = page.getByLabel(say('shell:list.view'), { exact: true })
  if ((await choice.count()) > 0)
    for (const view of shape.views.slice(1)) {
      await choice.selectOption({ value: view.id })
      const option = await choice.locator('option:checked').innerText()
      const told = /\((\d+)\)$/.exec(option)?.[1]
      expect(told, `the count of „${option}“`).toBeDefined()
      await expectTotal(page, Number(told))
      const chip = page.getByRole('button', { name: `Махни: ${say(view.label)}`, exact: true })
      await chip.press('Enter')
      await expectTotal(page, all)
      await expect(chip).toHaveCount(0)
    }
  for (const filter of shape.filters) {
    const own = page.getByLabel(say(filter.label), { exact: true })
    const options = await own.locator('option').count()
    expect(options).toBeGreaterThan(1)
    for (const index of [1, options - 1]) {
      await own.selectOption({ index })
      await expect(page.getByRole('button', { name: /^Махни: / })).toHaveCount(1)
      expect(await total(page)).toBeLessThanOrEqual(all)
    }
    await page.getByRole('button', { name: 'Изчисти', exact: true }).press('Enter')
    await expectTotal(page, all)
    await expect(own).toHaveValue('')
  }
}

async function narrowsByText(page: Page, columns: readonly ListColumn<never>[], all: number) {
  await grid(page).press('End')
  const primary = cell(columns.findIndex((column) => column.primary))
  const name = await active(page).locator(primary).innerText()
  await page.keyboard.press('Control+f')
  await expect(page.getByRole('search').getByRole('textbox')).toBeFocused()
  await page.keyboard.type(name.split(/[\s,]/u)[0] ?? '')
  await expect.poll(() => total(page)).toBeLessThanOrEqual(all)
  await expect(grid(page).locator(primary).filter({ hasText: name }).first()).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('щъщъщ')
  await expectTotal(page, 0)
  await expect(page.getByText(/^Няма нищо с този филтър/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expectTotal(page, all)
  await page.keyboard.press('ArrowDown')
  await expect(grid(page)).toBeFocused()
}

async function selectsByKeyboard(page: Page, shape: ListShape<never>, all: number): Promise<void> {
  const selected = (count: number) => say('shell:list.selected', { count })
  const told = (count: number) =>
    footer(page, `${say(shape.count, { count: all })} · ${selected(count)}`)
  await grid(page).press('Home')
  await page.keyboard.press('Space')
  await expect(told(1)).toBeVisible()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(told(2)).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: selected(2) })).toHaveCount(1)
  await expect(grid(page).locator('[role=row][aria-selected=true]')).toHaveCount(2)
  await page.keyboard.press('Control+a')
  await expect(told(all)).toBeVisible()
  await page.keyboard.press('Space')
  await expect(told(all - 1)).toBeVisible()
  await page.getByRole('button', { name: say('shell:list.unselect') }).press('Enter')
  await expect(footer(page, say(shape.count, { count: all }))).toBeVisible()
}

/** The page of papers is first about those that come back signed: its field has the keys. */
async function keepsItsPlace(page: Page, id: ListId, all: number): Promise<void> {
  await grid(page).press('Home')
  for (let step = 0; step < Math.min(all - 1, 2); step += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  const before = await active(page).innerText()
  const list = page.url()
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(list)
  await expect(grid(page)).toHaveCount(0)
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page).toHaveURL(list)
  await expectTotal(page, all)
  if (id === 'papers') await grid(page).focus()
  else await expect(grid(page)).toBeFocused()
  expect(await active(page).innerText()).toBe(before)
  await expect(active(page)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Space')
}

async function exportsWhatItShows(
  page: Page,
  shape: ListShape<never>,
  columns: readonly ListColumn<never>[],
  saved: string,
): Promise<void> {
  const seen = await shownRows(page)
  const files: string[] = []
  // A browser without a viewer also counts printed papers among its downloads.
  const isWorkbook = (one: Download) => one.suggestedFilename().endsWith('.xlsx')
  const note = (one: Download) => {
    if (isWorkbook(one)) files.push(one.suggestedFilename())
  }
  page.on('download', note)
  const [file] = await Promise.all([
    page.waitForEvent('download', isWorkbook),
    page.keyboard.press('Control+e'),
  ])
  expect(file.suggestedFilename()).toMatch(/ \d{4}-\d\d-\d\d \d\d-\d\d\.xlsx$/)
  expect(file.suggestedFilename()).toContain(say(shape.title))
  const { heads, rows } = await workbookRows(file, saved, columns)
  expect(heads).toEqual(columns.map(({ label }) => say(label)))
  expect(rows).toEqual(seen)
  await expect(
    page.getByText(say('shell:file.handedOver', { name: file.suggestedFilename() })),
  ).toBeVisible()

  // The selected alone, and the button says so before it is pressed.
  await grid(page).press('Home')
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  const [some] = await Promise.all([
    page.waitForEvent('download', isWorkbook),
    page
      .getByRole('button', { name: say('shell:list.exportSelected', { count: 2 }) })
      .press('Enter'),
  ])
  const chosen = await workbookRows(some, saved, columns)
  expect(chosen.rows, `the two selected of ${shape.id}`).toEqual(seen.slice(0, 2))
  page.off('download', note)
  expect(files, 'one press, one file').toHaveLength(2)
  await page.getByRole('button', { name: say('shell:list.unselect') }).press('Enter')
}

async function printsAsPdf(page: Page, id: ListId): Promise<void> {
  const [printing, answer] = await Promise.all([
    page.context().waitForEvent('page'),
    page.waitForResponse((one) => one.url().endsWith(`/api/${id}/printList`)),
    page.keyboard.press('Control+p'),
  ])
  expect((await answer.body()).toString('latin1')).toContain('%PDF-')
  expect(printing.url()).toMatch(/^blob:|^about:blank|^$/)
  await printing.close()
}

for (const [visitor, role] of Object.entries(visitors))
  test(`every list that the ${role} may open sorts, filters, selects, keeps its place, exports and prints`, async ({
    app,
    shell,
  }, info) => {
    test.skip(shell === 'electron', 'the program asks by a dialog of the system where to save')
    await app.getByRole('radio', { name: visitor }).check()
    await app.getByLabel('Парола', { exact: true }).fill(demoPassword)
    await app.keyboard.press('Enter')
    await expect(app.getByRole('navigation', { name: 'Раздели' })).toBeVisible({ timeout: 60_000 })
    const origin = new URL(app.url()).origin
    const others = Object.values(visitors).slice(0, Object.values(visitors).indexOf(role))
    const own = (Object.keys(lists) as ListId[]).filter(
      (id) =>
        can([role], lists[id].permission) &&
        !others.some((other) => can([other], lists[id].permission)),
    )
    expect(own.length).toBeGreaterThan(0)
    for (const id of own)
      await test.step(id, async () => {
        const shape: ListShape<never> = lists[id]
        const columns = columnsOf(shape, role)
        await app.goto(`${origin}/#${addressOf(id)}`)
        await expect(app.getByRole('grid', { name: say(shape.title), exact: true })).toBeVisible()
        const all = await total(app)
        expect(all).toBeGreaterThan(2)
        await expect(footer(app, say(shape.count, { count: all }))).toBeVisible()
        expect(
          (await grid(app).getByRole('columnheader').allInnerTexts())
            .slice(1)
            .map((one) => one.trim()),
        ).toEqual(columns.map(({ label }) => say(label)))
        await sortsBothWays(app, columns)
        await narrowsByChoice(app, shape, all)
        await narrowsByText(app, columns, all)
        await selectsByKeyboard(app, shape, all)
        await keepsItsPlace(app, id, all)
        await exportsWhatItShows(app, shape, columns, info.outputPath(`${id}.xlsx`))
        await printsAsPdf(app, id)
        await expectAccessible(app)
      })
  })
