import type { Page, Request } from '@playwright/test'
import { expectAccessible, expectContrast, SIZES } from './fixtures/accessibility.ts'
import { expect, test as base } from './fixtures/app.ts'
import { demoOffice, demoPassword } from './fixtures/demo-office.ts'
import { settled } from './fixtures/settled.ts'

/** Between them they may open every page. */
const visitors = ['Мария Грижева', 'Пламен Ключаров']

const test = base.extend<object>({
  // eslint-disable-next-line no-empty-pattern
  officeFolder: async ({}, use, info) => {
    await use(await demoOffice(info.project.outputDir))
  },
})

test.setTimeout(1_200_000)

interface Route {
  path: string
  permission: string | undefined
}

/** Every page of the program, as the running program knows it: a new one cannot be forgotten. */
const routesOf = (page: Page): Promise<Route[]> =>
  page.evaluate(() => {
    interface Known {
      options?: { staticData?: { page?: { permission?: string } } }
    }
    const router = (
      window as unknown as { __TSR_ROUTER__: { routesByPath: Record<string, Known> } }
    ).__TSR_ROUTER__
    return Object.entries(router.routesByPath)
      .filter(([, route]) => route.options?.staticData?.page)
      .map(([path, route]) => ({
        path,
        permission: route.options?.staticData?.page?.permission,
      }))
  })

/** Asks the office as the page does, with the session of who is logged in. */
const ask = (page: Page, procedure: string, input: object): Promise<unknown> =>
  page.evaluate(
    async ([name, json]) => {
      const answer = await fetch(`/api/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ json }),
      })
      // Read whatever it is: an answer that nobody reads is never over.
      const { json: found } = (await answer.json()) as { json: unknown }
      if (!answer.ok) return undefined
      return found
    },
    [procedure, input] as const,
  )

interface Row {
  id: string
  personId?: string
  state?: string
  status?: string
  firstName?: string
}

const all = { offset: 0, limit: 100 }

async function rowsOf(page: Page, procedure: string, input: object): Promise<Row[]> {
  const answer = await ask(page, procedure, input)
  return Array.isArray(answer)
    ? (answer as Row[])
    : ((answer as { rows?: Row[] } | undefined)?.rows ?? [])
}

const kindsOfWaiting = ['toAssess']

/** Where each page is looked at: by its route, every kind of record that looks different. */
async function addressesFor(page: Page): Promise<Record<string, string[]>> {
  const people = await rowsOf(page, 'people/list', all)
  const applications = await rowsOf(page, 'applications/list', all)
  const candidates = await rowsOf(page, 'candidates/list', all)
  const assessments = await rowsOf(page, 'assessments/list', all)
  const plans = await rowsOf(page, 'plans/list', all)
  const contracts = await rowsOf(page, 'contracts/list', {
    order: [{ by: 'number', descending: true }],
    ...all,
  })
  const ready = (await ask(page, 'contracts/ready', {})) as { personId: string }[] | undefined
  const papers = await rowsOf(page, 'papers/list', all)
  const methodologies = await rowsOf(page, 'methodologies/list', {})
  const accounts = await rowsOf(page, 'accounts/list', all)
  const projects = await rowsOf(page, 'projects/list', all)
  const employments = await rowsOf(page, 'employments/list', all)
  const events = await rowsOf(page, 'events/list', all)
  const inState = (rows: Row[], ...states: string[]) =>
    states.flatMap((state) => rows.find((row) => (row.state ?? row.status) === state) ?? [])
  const planned = new Set(plans.map(({ personId }) => personId))
  const toPlan = (
    (await ask(page, 'today/list', { kind: 'toPlan', view: 'team' })) as { lines: Row[] }
  ).lines
    .map(({ personId }) => personId ?? '')
    .filter((personId) => !planned.has(personId))
  const ids = (rows: readonly Row[]) => rows.map(({ id }) => id)
  const owners = (rows: readonly Row[]) => rows.map(({ personId }) => personId ?? '')
  const longest = people.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)
  const served = owners(inState(contracts, 'inForce', 'issued'))
  const groups = ['limits', 'security']
  // Those of needs stand first, the card of selection last.
  const bothKinds = [...ids(methodologies).slice(0, 1), ...ids(methodologies).slice(-1)]
  const begun = ['1']

  const known: Record<string, readonly string[]> = {
    '/people/new/$draftId': begun,
    '/applications/new/$draftId': begun,
    '/projects/new/$draftId': begun,
    '/candidates/new/$draftId': begun,
    '/people/$personId': [...served.slice(0, 1), ...ids(longest).slice(0, 1)],
    '/people/$personId/edit': ids(longest).slice(0, 1),
    '/people/$personId/representatives/new': ids(people).slice(0, 1),
    '/people/$personId/telk/new': ids(people).slice(0, 1),
    '/people/$personId/applications/new': served.slice(0, 1),
    '/people/$personId/assessment': owners(inState(applications, 'incomplete')),
    '/people/$personId/plans/new': toPlan.slice(0, 1),
    '/catalogue/new/$draftId': begun,
    '/catalogue/$entryId': ['personalAssistant', 'mutualConsent'],
    '/team/employees/$personId': owners(inState(employments, 'inForce', 'ended')),
    '/employments/$employmentId': ids(inState(employments, 'draft', 'issued', 'inForce', 'ended')),
    '/employments/$employmentId/left': ids(inState(employments, 'inForce')),
    '/events/new/$draftId': begun,
    '/events/$eventId': ids(inState(events, 'planned', 'held')),
    '/events/$eventId/edit': ids(inState(events, 'planned')),
    '/people/$personId/employments/new': owners(inState(employments, 'inForce')),
    '/people/$personId/contracts/new': ready?.map(({ personId }) => personId).slice(0, 1) ?? [],
    '/people/$personId/candidates/new': ids(longest).slice(0, 1),
    '/candidates/$candidacyId': ids(
      inState(candidates, 'registered', 'incomplete', 'inPool', 'notAdmitted', 'withdrawn'),
    ),
    '/candidates/$candidacyId/selection': ids(inState(candidates, 'admitted', 'inPool')),
    '/candidates/$candidacyId/selection/sheet': ids(
      candidates.filter(({ state }) => state === 'admitted'),
    ),
    '/candidates/$candidacyId/edit': ids(inState(candidates, 'incomplete')),
    '/applications/$applicationId': ids(
      inState(applications, 'incomplete', 'registered', 'withContract'),
    ),
    '/applications/$applicationId/choice': ids(inState(applications, 'withContract', 'approved')),
    '/applications/$applicationId/edit': ids(inState(applications, 'incomplete')),
    '/applications/$applicationId/assessment': ids(inState(applications, 'forAssessment')),
    '/assessments/$assessmentId': ids(inState(assessments, 'draft', 'finished', 'approved')),
    '/plans/$planId': ids(inState(plans, 'draft', 'ready', 'signed')),
    '/plans/$planId/check': ids(inState(plans, 'draft')),
    '/plans/$planId/review': ids(inState(plans, 'signed')),
    '/contracts/$contractId': ids(inState(contracts, 'draft', 'issued', 'inForce')),
    '/papers/$paperId': ids(papers).slice(0, 1),
    '/methodologies/$methodologyId': bothKinds,
    '/methodologies/$methodologyId/new-version': bothKinds,
    '/projects/$projectId': ids(projects).slice(0, 1),
    '/settings/accounts/$accountId': ids(accounts).slice(0, 1),
    '/settings/rules/$group': groups,
    '/today/$kind': kindsOfWaiting,
  }
  const filled = Object.entries(known).map(([path, values]) => [
    path,
    values.map((id) => path.replace(/\$\w+/, id)),
  ])
  const parts = await partsOf(page, ids(people))
  return { ...(Object.fromEntries(filled) as Record<string, string[]>), ...parts }
}

/** Representatives and decisions have pages of their own below a person. */
async function partsOf(page: Page, people: readonly string[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const personId of people) {
    const person = (await ask(page, 'people/find', { id: personId })) as
      { representatives?: Row[]; telkDecisions?: Row[] } | undefined
    const [representative] = person?.representatives ?? []
    const [decision] = person?.telkDecisions ?? []
    if (representative)
      found['/people/$personId/representatives/$partId'] ??= [
        `/people/${personId}/representatives/${representative.id}`,
      ]
    if (decision)
      found['/people/$personId/telk/$partId'] ??= [`/people/${personId}/telk/${decision.id}`]
    if (Object.keys(found).length === 2) break
  }
  return found
}

/** What each page has asked the office and not yet been told. */
const pending = new WeakMap<Page, Set<Request>>()

function countAnswers(page: Page): void {
  const open = new Set<Request>()
  pending.set(page, open)
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/api/')) open.add(request)
  })
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', (request) => open.delete(request))
}

/** The page is there with what it shows, and has put the focus where it wants it. */
async function visit(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, address)
  await settled(page)
  // A draft paper takes as long as the machine needs for it, the first one most of all.
  await expect
    .poll(() => [...(pending.get(page) ?? [])].map((one) => one.url()), {
      message: `answers at ${address}`,
      timeout: 0,
    })
    .toEqual([])
  await expect(page.locator('#main :focus'), `focus at ${address}`).toHaveCount(1)
  // A list that the page is about has the keys, so that arrows and letters work at once.
  await expect(
    page.locator('[data-arrival][tabindex]:not(:focus)'),
    `list at ${address}`,
  ).toHaveCount(0)
}

/** What a person reads, hears or finds in a field. */
const textOf = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      document.body.innerText,
      ...Array.from(document.querySelectorAll('input, textarea'), (field) =>
        'value' in field ? String(field.value) : '',
      ),
      ...Array.from(document.querySelectorAll('[aria-label], [title], [placeholder]'), (one) =>
        ['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name)).join('\n'),
      ),
    ].join('\n'),
  )

/** A key of a text (`people:nav.all`, `nav.all`), or a value that was never meant to be read. */
const unmeant =
  /\b(?:undefined|NaN|Invalid Date)\b|\[object|\b[a-zA-Z]+:[a-z]\w+|(?<![\w@/.-])[a-z]\w{2,}(?:\.[a-z]\w{2,})+/

async function expectWhole(page: Page, address: string, language: 'bg' | 'en'): Promise<void> {
  const at = `at ${address}`
  await expect(page.locator('h1'), `one heading ${at}`).toHaveCount(1)
  expect(await page.title(), `title ${at}`).toMatch(
    language === 'bg' ? /\S – Опора$/ : /\S – Opora$/,
  )
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  expect(unmeant.exec(await textOf(page))?.[0], `a text that is none ${at}`).toBeUndefined()
  for (const size of SIZES.toReversed()) {
    await page.setViewportSize(size)
    const isOver = () =>
      page.evaluate(() => {
        const main = document.querySelector('main')
        return [document.documentElement, ...(main ? [main] : [])].some(
          (box) => box.scrollWidth > box.clientWidth,
        )
      })
    // The page answers to its new size a frame or two later.
    await expect.poll(isOver, `wider than ${String(size.width)} px ${at}`).toBe(false)
  }
}

/** Bulgarian texts in an English page that would be read aloud as English. */
const loose = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode as Text
      const isBulgarian = /\p{Script=Cyrillic}{3}/u.test(data) && !/\p{Script=Latin}/u.test(data)
      const language = parentElement?.closest('[lang]')?.getAttribute('lang')
      if (isBulgarian && language !== 'bg') found.push(data)
    }
    return found
  })

async function logIn(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name }).check()
  // In whichever language the one before has left the page.
  await page.locator('input[type=password]').fill(demoPassword)
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-account]')).toBeVisible()
}

async function logOut(page: Page): Promise<void> {
  await page.locator('[data-account]').click()
  await page.getByRole('menuitem', { name: /^(?:Изход|Log out)$/ }).click()
  await expect(page.locator('input[type=password]')).toBeVisible()
}

/** Addresses that only lead on to another page: nobody ever stands there. */
const leadsOn = ['/settings']

/** Takes every page of the program, each as somebody who may open it. */
async function onEveryPage(
  page: Page,
  prepare: () => Promise<void>,
  look: (address: string) => Promise<void>,
): Promise<void> {
  countAnswers(page)
  const seen = new Set<string>()
  let routes: Route[] = []
  for (const visitor of visitors) {
    await logIn(page, visitor)
    await prepare()
    routes = (await routesOf(page)).filter(({ path }) => !leadsOn.includes(path))
    const addresses = await addressesFor(page)
    const permissions = (await ask(page, 'session/current', {})) as { permissions: string[] }
    for (const { path, permission } of routes) {
      if (seen.has(path)) continue
      if (permission !== undefined && !permissions.permissions.includes(permission)) continue
      const known = path.includes('$') ? (addresses[path] ?? []) : [path]
      expect(known, `nothing in the demo office to look at: ${path}`).not.toEqual([])
      for (const address of known)
        await test.step(address, async () => {
          await look(address)
        })
      seen.add(path)
    }
    await logOut(page)
  }
  expect(
    routes.map(({ path }) => path).filter((path) => !seen.has(path)),
    'pages that none of the visitors may open',
  ).toEqual([])
  expect(seen.size).toBeGreaterThan(40)
}

test.beforeEach(({ shell }) => {
  test.skip(shell === 'electron', 'the addresses of the records are asked for over HTTP')
})

test('axe finds nothing on any page, at 100 % and at 200 %; each is whole, named and has the focus', async ({
  app,
}) => {
  await onEveryPage(
    app,
    () => Promise.resolve(),
    async (address) => {
      await visit(app, address)
      await expectWhole(app, address, 'bg')
      await expectAccessible(app)
    },
  )
})

test('every page in the dark and in English: it can be read, and nothing was left untranslated', async ({
  app,
}) => {
  await app.emulateMedia({ colorScheme: 'dark' })
  await onEveryPage(
    app,
    async () => {
      await expect(app.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
      if ((await app.locator('html').getAttribute('lang')) === 'en') return
      await app.locator('[data-account]').click()
      await app.getByRole('menuitem', { name: 'English' }).click()
      await app.keyboard.press('Escape')
    },
    async (address) => {
      await visit(app, address)
      await expectWhole(app, address, 'en')
      await expectContrast(app)
      expect(await loose(app), `Bulgarian that is not said to be, at ${address}`).toEqual([])
    },
  )
})
