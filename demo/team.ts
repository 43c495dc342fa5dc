import { addDays, addMonths, type CivilDate } from '#domain/calendar/civil-date.ts'
import { addWorkingDays } from '#domain/calendar/working-days.ts'
import type { AnnexForm, EmploymentInput } from '#domain/employments/schema.ts'
import type { PersonInput } from '#domain/people/schema.ts'
import type { Desk } from './desk.ts'
import type { createPeopleMaker } from './people.ts'
import type { Random } from './random.ts'

/** How far the contract of somebody in the team has come, and what became of it. */
type Until =
  'draft' | 'issued' | 'out' | 'signed' | 'suspended' | 'ending' | 'ended' | 'annulled' | 'annexed'

export interface Post {
  positionId: string
  until: Until
  /** Months since it began. */
  age: number
  minutesPerDay: number
  /** Its term is over, or will be, so many days from the last day of the office. */
  ends?: number
  /** Its first day is so many days after the last day of the office. */
  begins?: number
  civil?: true
  told?: false
  /** The project that pays. */
  projectId?: string
}

const assistant = (
  until: Until,
  age: number,
  minutesPerDay: number,
  own: Partial<Post> = {},
): Post => ({
  positionId: 'personalAssistant',
  until,
  age,
  minutesPerDay,
  ...own,
})

/** The first of them stand in the smallest office too: one in each state that a page begins with. */
const posts: readonly Post[] = [
  assistant('signed', 20, 240),
  assistant('draft', 0, 240),
  assistant('issued', 0, 360, { ends: 365 }),
  assistant('ended', 14, 240),
  assistant('annexed', 16, 240),
  { positionId: 'socialWorker', until: 'signed', age: 24, minutesPerDay: 480 },
  assistant('out', 0, 240, { ends: 200 }),
  assistant('suspended', 12, 360),
  assistant('annulled', 5, 240),
  assistant('signed', 10, 240, { ends: 20 }),
  assistant('signed', 13, 240, { ends: -4 }),
  assistant('signed', 0, 120, { told: false }),
  assistant('ending', 15, 240),
  assistant('signed', 0, 240, { begins: 9 }),
  { positionId: 'psychologist', until: 'signed', age: 23, minutesPerDay: 240 },
  { positionId: 'physiotherapist', until: 'signed', age: 18, minutesPerDay: 240 },
  { positionId: 'nurse', until: 'signed', age: 21, minutesPerDay: 240 },
  { positionId: 'mediator', until: 'signed', age: 9, minutesPerDay: 240 },
  { positionId: 'driver', until: 'annexed', age: 22, minutesPerDay: 360 },
  { positionId: 'coordinator', until: 'signed', age: 24, minutesPerDay: 480 },
  { positionId: 'psychologist', until: 'signed', age: 3, minutesPerDay: 0, civil: true },
  ...Array.from({ length: 7 }, (_, i) => assistant('signed', 4 + 2 * i, i % 3 === 0 ? 360 : 240)),
  ...Array.from({ length: 4 }, (_, i) =>
    assistant('signed', 6 + 3 * i, 240, { positionId: 'socialAssistant' }),
  ),
  ...Array.from({ length: 4 }, (_, i) =>
    assistant('signed', 5 + 4 * i, 120, { positionId: 'homeHelper' }),
  ),
] // prettier-ignore

/** How many of the team an office of so many people has. */
const teamSize = (people: number) =>
  Math.min(posts.length, Math.max(people < 20 ? 5 : 14, Math.round((people * posts.length) / 380)))

export const adult = {
  ageGroup: 'adult',
  telk: 'none',
  representative: null,
  cannotSign: false,
  longName: false,
  oneName: false,
} as const

/** Month pay of who is no assistant, for eight hours, in cents. */
const monthPay: Record<string, number> = {
  socialWorker: 128_000,
  psychologist: 132_000,
  physiotherapist: 124_000,
  nurse: 126_000,
  mediator: 98_000,
  driver: 96_000,
  coordinator: 118_000,
}

function inputOf(
  proposed: EmploymentInput,
  post: Post,
  start: CivilDate,
  end: CivilDate,
): EmploymentInput {
  const { positionId, minutesPerDay, ends } = post
  const pay = monthPay[positionId]
  const startDate = post.begins === undefined ? start : addDays(end, post.begins)
  const { projectId = proposed.projectId } = post
  const common = { ...proposed, positionId, projectId, contractDate: start, startDate }
  if (post.civil)
    return {
      ...common,
      kind: 'civil',
      legalGround: 'work',
      task: 'две групови супервизии на асистентите и доклад за всяка от тях',
      endDate: addMonths(end, 2),
      basePayCents: 30_000,
      payUnit: 'whole',
      placeOfWork: 'сградата на Центъра',
    }
  return {
    ...common,
    legalGround: ends === undefined ? 'permanent' : 'fixedTerm',
    endDate: ends === undefined ? null : addDays(end, ends),
    minutesPerDay,
    education: pay === undefined ? 'средно' : 'висше, бакалавър',
    schedule: pay === undefined ? null : 'График 1 – целодневен',
    ...(pay === undefined
      ? {}
      : {
          basePayCents: Math.round((pay * minutesPerDay) / 480),
          payUnit: 'month' as const,
          averagingMonths: null,
          placeOfWork: 'сградата на Центъра и домовете на лицата',
        }),
  }
}

/**
 * The team, with its contracts in every state: entered on the last day of the office from the papers
 * of two years, as an office does that begins to keep them in the program.
 */
export async function enterTeam(
  desk: Desk,
  maker: ReturnType<typeof createPeopleMaker>,
  people: number,
): Promise<number> {
  const random = desk.random.branch('team')
  const size = teamSize(people)
  const click: Desk['click'] = (data) => {
    desk.clock.tick()
    return desk.click(data)
  }
  for (const [index, post] of posts.slice(0, size).entries()) {
    const own = random.branch(String(index))
    const { person } = maker.invent(own, adult, firstDayOf(post, desk.end), desk.end)
    await employ({ ...desk, click }, post, person, own)
  }
  return size
}

/** The day of the contract; the work begins on it too, unless the post begins later. */
export const firstDayOf = ({ age }: Post, end: CivilDate): CivilDate =>
  addWorkingDays(addMonths(end, -age), age === 0 ? -2 : 0)

/** Takes somebody to a post, as far as the contract has come. */
export async function employ(
  desk: Desk,
  post: Post,
  person: PersonInput,
  random: Random,
): Promise<{ personId: string; employmentId: string }> {
  const { clerk, head, click, end } = desk
  const start = firstDayOf(post, end)
  const { id: personId } = await clerk.people.create(click(person))
  const { input: proposed } = await clerk.employments.proposal({ personId })
  const input = inputOf(proposed, post, start, end)
  const draft = await clerk.employments.saveDraft(
    click({ id: null, version: null, personId, input }),
  )
  const { id } = draft
  const employed = { personId, employmentId: id }
  if (post.until === 'draft') return employed
  const issue = { contractDate: start, startDate: input.startDate, number: null }
  let { version } = await head.employments.issue(click({ id, version: draft.version, issue }))
  if (post.until === 'issued') return employed
  const { paper } = await head.employments.find({ id })
  if (!paper) throw new Error('an issued contract has its paper')
  await clerk.papers.markPrinted(click({ id: paper.id, version: paper.version }))
  if (post.until === 'annulled') {
    const reason = 'Сбъркана е длъжността; издаден е нов договор.'
    await head.employments.annul(click({ id, version, reason }))
    return employed
  }
  if (post.until === 'out') {
    await clerk.employments.sendOut(click({ id, version }))
    return employed
  }
  const signing = { signedOn: start }
  version = (await clerk.employments.markSigned(click({ id, version, signing }))).version
  const told = (event: 'begin' | 'end', sentOn: CivilDate) => {
    const reference = String(22_388_000_000 + random.whole(1, 999_999))
    const sent = { sentOn: sentOn < end ? sentOn : end, reference }
    return clerk.employments.noticeSent(click({ id, version, event, annexId: null, sent }))
  }
  if (!post.civil && post.told !== false)
    version = (await told('begin', addWorkingDays(start, 1))).version
  await later(desk, { id, version, post, start, click, told })
  return employed
}

interface Later {
  id: string
  version: number
  post: Post
  start: CivilDate
  click: Desk['click']
  told: (event: 'end', sentOn: CivilDate) => Promise<unknown>
}

/** What became of a contract that was signed. */
async function later({ clerk, head, end }: Desk, one: Later): Promise<void> {
  const { id, version, post, click } = one
  if (post.until === 'suspended') {
    const suspension = { fromDate: addDays(end, -12), reason: 'Неплатен отпуск по молба' }
    await head.employments.suspend(click({ id, version, suspension }))
  }
  if (post.until === 'annexed') {
    const from = addMonths(one.start, 6)
    const input: AnnexForm = {
      annexDate: from,
      fromDate: from,
      minutesPerDay: post.minutesPerDay + 120,
    }
    const draft = await clerk.employments.saveAnnex(
      click({ id: null, version: null, employmentId: id, input }),
    )
    const issued = await head.employments.issueAnnex(click(draft))
    const signing = { signedOn: from }
    await clerk.employments.markAnnexSigned(
      click({ id: draft.id, version: issued.version, signing }),
    )
  }
  if (post.until === 'ended' || post.until === 'ending') {
    const onDate = addDays(end, post.until === 'ended' ? -20 : 14)
    const ordered = addWorkingDays(onDate, -3)
    await head.employments.end(
      click({
        id,
        version,
        end: {
          groundId: 'mutualConsent',
          orderDate: ordered < end ? ordered : end,
          onDate,
          reason: 'Писмена молба на служителя; съгласие на ръководителя',
        },
      }),
    )
  }
}
