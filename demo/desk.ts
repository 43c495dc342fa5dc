import { createRouterClient, type RouterClient } from '@orpc/server'
import type { Role } from '#domain/accounts/roles.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import type { Methodology } from '#domain/methodologies/schema.ts'
import type { OfficeInput } from '#domain/office/schema.ts'
import { router, type Router } from '#electron/api/router.ts'
import type { Caller, OfficeDoor, Session } from '#electron/api/kernel/office-door.ts'
import { municipality, region } from './places.ts'
import type { Random } from './random.ts'

export type Client = RouterClient<Router>

/** One for every profile: nobody's secret, since there is nobody in the office. */
export const demoPassword = 'lipa 4 vrabcheta'

export interface DemoAccount {
  displayName: string
  position: string
  roles: readonly Role[]
}

/** One profile a role, and a second social worker so that a colleague can be looked at. */
export const demoAccounts = [
  { displayName: 'Пламен Ключаров', position: 'системен администратор', roles: ['administrator'] },
  { displayName: 'Мария Грижева', position: 'ръководител на услугата', roles: ['head'] },
  { displayName: 'Елена Оценкова', position: 'социален работник', roles: ['socialWorker'] },
  { displayName: 'Петър Посетев', position: 'социален работник', roles: ['socialWorker'] },
  { displayName: 'Невена Графикова', position: 'координатор', roles: ['coordinator'] },
  { displayName: 'Стоянка Входящева', position: 'деловодител', roles: ['clerk'] },
  { displayName: 'Румен Сметков', position: 'счетоводител', roles: ['accountant'] },
] as const satisfies readonly DemoAccount[]

const office: OfficeInput = {
  name: 'Център за социални услуги',
  municipality,
  region,
  district: '',
  eik: '000193282',
  settlementKind: 'town',
  settlement: municipality,
  address: `ул. „Първа“ №\u00A01`,
  phone: '078 550 100',
  email: '',
  mayorName: 'Петър Стоянов Примеров',
  authorisedPerson: null,
  chiefAccountantName: 'Галина Иванова Сметкова',
  headOfServiceName: 'Мария Георгиева Грижева',
  programme: 'assistantSupport',
}

/** Hours in which the invented office works, UTC. */
const opensAt = 6.5 * 3_600_000
const openFor = 7.5 * 3_600_000

/** The office's clock: stands still between two actions and never goes back. */
export class OfficeClock {
  #day: CivilDate
  #now: number

  constructor(first: CivilDate) {
    this.#day = first
    this.#now = Date.parse(`${first}T00:00:00Z`) + opensAt
  }

  get now(): number {
    return this.#now
  }

  get day(): CivilDate {
    return this.#day
  }

  /** Moves to the `turn`-th of `turns` pieces of work on a day. */
  turnTo(day: CivilDate, turn: number, turns: number): void {
    const opened = Date.parse(`${day}T00:00:00Z`) + opensAt
    this.#day = day
    this.#now = Math.max(this.#now + 1, opened + Math.floor((turn / turns) * openFor))
  }

  /** A minute passes between two steps of one piece of work. */
  tick(): void {
    this.#now += 60_000
  }
}

/** The sheet in force, asked for once: every case is assessed by it. */
export interface SheetRules {
  methodologyVersionId: string
  methodology: Methodology
}

export interface Worker {
  client: Client
  name: string
  position: string
}

/** Everybody of the office, logged in. */
export interface Desk {
  clerk: Client
  head: Client
  workers: readonly Worker[]
  clock: OfficeClock
  /** Action input: a click of its own. */
  click<T>(data: T): { requestId: string; data: T }
  /** Last day of the office. */
  end: CivilDate
  assistants: readonly string[]
  random: Random
  sheetRules: SheetRules | null
}

/**
 * A caller whose session is kept awake: years pass between two clicks, and nobody has left the room.
 */
function clientOf(door: OfficeDoor): Client {
  let session: Session | undefined
  const caller: Caller = {
    origin: 'cli',
    get session() {
      if (session) door.sessions.unlock(session.id)
      return session
    },
    signIn(started) {
      session = started
    },
    signOut() {
      session = undefined
    },
    maySetUp: () => true,
  }
  return createRouterClient(router, { context: { office: door, caller } })
}

async function logIn(door: OfficeDoor, displayName: string): Promise<Client> {
  const client = clientOf(door)
  const state = await client.session.current({})
  const profile =
    state.status === 'new'
      ? undefined
      : state.profiles.find((known) => known.displayName === displayName)
  if (!profile) throw new Error('a demo profile is missing')
  await client.session.logIn({ slotId: profile.slotId, password: demoPassword })
  return client
}

/** Sets the office up and lets everybody in who will work in it. */
export async function openDesk(
  door: OfficeDoor,
  given: { clock: OfficeClock; end: CivilDate; random: Random; assistants: readonly string[] },
): Promise<Desk> {
  const click = <T>(data: T) => ({ requestId: crypto.randomUUID(), data })
  const [keeper, ...others] = demoAccounts
  const first = clientOf(door)
  await first.office.setUp({
    office,
    account: { displayName: keeper.displayName, position: keeper.position },
    password: demoPassword,
    isDemo: true,
  })
  for (const account of others)
    await first.accounts.create(
      click({ ...account, roles: [...account.roles], password: demoPassword }),
    )
  // Who sets an office up is also its head; here the head is another.
  const own = (await first.accounts.list({ offset: 0, limit: 50 })).rows.find(
    (row) => row.displayName === keeper.displayName,
  )
  if (!own) throw new Error('the first profile is missing')
  await first.accounts.update(
    click({
      ...keeper,
      roles: [...keeper.roles],
      id: own.id,
      version: own.version,
      disabled: false,
    }),
  )
  const clerk = await logIn(door, 'Стоянка Входящева')
  const head = await logIn(door, 'Мария Грижева')
  const workers: Worker[] = []
  for (const { displayName: name, position, roles } of demoAccounts)
    if (roles[0] === 'socialWorker')
      workers.push({ client: await logIn(door, name), name, position })
  return { ...given, clerk, head, workers, click, sheetRules: null }
}

/** Sunday before is the same as the last day for work: nothing happens on the day itself. */
export const lastWorkOf = (today: CivilDate): CivilDate => addDays(today, -1)
