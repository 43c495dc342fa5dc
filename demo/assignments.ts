import { addDays } from '#domain/calendar/civil-date.ts'
import type { Desk } from './desk.ts'

/** How many of the people are helped by somebody of the team: enough for every state of a page. */
const most = 12
/** Days from the last day of the office: of the decision that is just made, and of one that begins later. */
const begins: Readonly<Record<number, number>> = { 0: 0, 3: 10 }
/** Fifteen hours a month: several people fit into one contract. */
const minutesPerMonth = 15 * 60

/**
 * Who helps whom, entered on the last day of the office: a decision with its paper, a change, an end,
 * one that begins later, one that was a mistake, a substitute, keys of homes.
 */
export async function enterAssignments(
  desk: Desk,
  /** People of another part of the office, who have assistants of their own. */
  others: ReadonlySet<string>,
): Promise<number> {
  const { head } = desk
  const { rows } = await head.contracts.list({
    view: 'running',
    order: [{ by: 'name', descending: false }],
    offset: 0,
    limit: most + others.size,
  })
  const people = [...new Set(rows.map(({ personId }) => personId))]
    .filter((personId) => !others.has(personId))
    .slice(0, most)
  for (const [index, personId] of people.entries()) await enterOne(desk, index, personId)
  return people.length
}

async function enterOne(desk: Desk, index: number, personId: string): Promise<void> {
  const { head, clock, end } = desk
  const click: Desk['click'] = (data) => {
    clock.tick()
    return desk.click(data)
  }
  const { caseId: applicationId } = await head.assignments.ofPerson({ personId })
  if (applicationId === null) return
  const { application, person, offers, proposed, minutes } = await head.assignments.choice({
    applicationId,
    minutesPerMonth,
  })
  if (application.state !== 'withContract' || person.deathDate !== null) return
  const may = offers.filter(
    ({ possible, normMinutes, plannedMinutes, assistant: { lastDay } }) =>
      possible &&
      normMinutes !== null &&
      normMinutes - plannedMinutes >= minutesPerMonth &&
      (lastDay === null || lastDay > addDays(end, 30)),
  )
  const [first, ...further] = may.map(({ assistant }) => assistant)
  const [second] = further
  if (!first || (minutes.free ?? 0) < minutesPerMonth) return
  const input = {
    employmentId: first.employmentId,
    role: 'titular' as const,
    fromDate: since(first.startDate, addDays(end, begins[index] ?? -30)),
    toDate: null,
    minutesPerMonth,
    overNormReason: '',
  }
  let choiceId: string | null = null
  if (index === 0) {
    const decided = {
      ...proposed,
      chosenEmploymentId: first.employmentId,
      substituteEmploymentId: null,
      notHonouredReason: 'Желаният асистент не работи по договор с общината.',
      statement: 'Искам да ми помага човек, който живее наблизо.',
    }
    const saved = await head.assignments.recordChoice(
      click({ id: null, version: null, applicationId, input: decided }),
    )
    choiceId = (await head.assignments.issueChoice(click(saved))).id
  }
  const made = await head.assignments.assign(click({ applicationId, choiceId, input }))
  // The first person has a substitute now and another one later.
  for (const [at, one] of index === 0 ? further.slice(0, 2).entries() : []) {
    const fromDate = since(one.startDate, addDays(end, at * 20))
    const substitute = { ...input, role: 'substitute' as const, fromDate }
    const { employmentId } = one
    await head.assignments.assign(
      click({ applicationId, choiceId: null, input: { ...substitute, employmentId } }),
    )
  }
  if (index % 4 === 0) {
    const key = { what: 'входна врата', givenOn: input.fromDate, note: '' }
    const { employmentId } = first
    await head.assignments.giveKey(click({ personId, employmentId, input: key }))
  }
  if (index === 1 && second) {
    const change = {
      employmentId: second.employmentId,
      fromDate: addDays(end, 1),
      toDate: null,
      minutesPerMonth,
      overNormReason: '',
      orderDate: end,
      reason: 'Продължителен болничен на досегашния асистент.',
    }
    await head.assignments.change(click({ ...made, change }))
  }
  if (index === 2 && second) {
    const fromDate = since(second.startDate, input.fromDate)
    const substitute = { ...input, role: 'substitute' as const, fromDate }
    const { employmentId } = second
    await head.assignments.assign(
      click({ applicationId, choiceId: null, input: { ...substitute, employmentId } }),
    )
  }
  if (index === 4) {
    const ending = { onDate: end, reason: 'Лицето постъпва за лечение в болница.' }
    await head.assignments.end(click({ ...made, ending }))
  }
  if (index === 5) {
    const reason = 'Сбъркан е асистентът, възложено е на друг.'
    await head.assignments.takeBack(click({ ...made, reason }))
  }
}

const since = (startDate: string, day: string) => (startDate > day ? startDate : day)
