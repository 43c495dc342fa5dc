import { addDays } from '#domain/calendar/civil-date.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { addWorkingDays } from '#domain/calendar/working-days.ts'
import type { TerminationInput } from '#domain/contracts/schema.ts'
import { there, type Case } from './case.ts'

/** When the contract begins and ends; null leaves what the program proposes. */
export interface Term {
  startDate: CivilDate | null
  endDate: (start: CivilDate) => CivilDate | null
}

export async function draftContract(one: Case, term: Term): Promise<void> {
  const { desk, worker } = one
  const proposal = await worker.client.contracts.proposal({ personId: one.personId })
  const proposed = there(proposal.input, 'contract to propose')
  const startDate = term.startDate ?? proposed.startDate
  const endDate = term.endDate(startDate) ?? proposed.endDate
  const made = await worker.client.contracts.saveDraft(
    desk.click({
      id: null,
      version: null,
      personId: one.personId,
      input: {
        ...proposed,
        startDate,
        endDate,
        witnesses:
          proposed.signingMode === 'thumbprint'
            ? [
                { fullName: one.person.relative.name, identifier: '' },
                { fullName: '', identifier: '' },
              ]
            : [],
      },
    }),
  )
  one.contract = made
  one.signingMode = proposed.signingMode
  one.issue = { startDate, endDate }
}

/** The head issues what lay prepared; the first day moves to the day of issue where it came later. */
export async function issueContract(one: Case): Promise<void> {
  const { desk, day } = one
  const { startDate, endDate } = there(one.issue, 'contract to issue')
  const { id, version } = await desk.head.contracts.issue(
    desk.click({
      ...one.contract,
      issue: {
        contractDate: day,
        startDate: startDate < day ? day : startDate,
        endDate,
        number: null,
      },
    }),
  )
  one.contract = { id, version }
  one.contractDate = day
}

async function contractPaper({ desk, personId, contract }: Case) {
  const papers = await desk.clerk.papers.ofPerson({ personId })
  const { id, version } = there(
    papers.find(({ subjectId }) => subjectId === contract.id),
    'paper of the contract',
  )
  return { id, version }
}

export async function printContract(one: Case): Promise<void> {
  const { desk } = one
  await desk.clerk.papers.markPrinted(desk.click(await contractPaper(one)))
}

/** It went out for a signature and nobody knows where it is. */
export async function missContractPaper(one: Case): Promise<void> {
  const { desk } = one
  const paper = await contractPaper(one)
  await desk.clerk.papers.move(desk.click({ ...paper, step: 'reportMissing' as const }))
}

export async function sendContractOut(one: Case): Promise<void> {
  const { desk, contract } = one
  const { version } = await desk.clerk.contracts.sendOut(desk.click(contract))
  one.contract = { id: contract.id, version }
}

export async function signContract(one: Case): Promise<void> {
  const { desk, day, contract, contractDate, signingMode: mode } = one
  const mayor = addWorkingDays(day, -1)
  const { version } = await desk.clerk.contracts.markSigned(
    desk.click({
      ...contract,
      signing: {
        personSignedOn: day,
        providerSignedOn: mayor < contractDate ? contractDate : mayor,
        mode,
      },
    }),
  )
  one.contract = { id: contract.id, version }
}

const reasons: Partial<Record<TerminationInput['ground'], string>> = {
  personRequest: 'Писмено искане от лицето: дъщеря му се връща да живее при него.',
  movedOutOfMunicipality: 'Премества се трайно в друга община при сина си.',
  residentialCare: 'Настаняване в дом за стари хора по негово желание.',
  mutualConsent: 'Двете страни се съгласяват договорът да се прекрати.',
  otherSimilarService: 'Включване в механизма лична помощ.',
  breach: 'Асистентът не е допуснат в дома три поредни посещения без причина.',
}

/** Ends on the day itself, on the day of death, or on the last day that a notice names. */
export async function endContract(
  one: Case,
  ground: TerminationInput['ground'],
  lastDay: CivilDate = one.day,
): Promise<void> {
  const { desk } = one
  await desk.head.contracts.terminate(
    desk.click({
      ...one.contract,
      termination: {
        ground,
        onDate: ground === 'death' ? there(one.deathDate, 'day of death') : lastDay,
        reason: reasons[ground] ?? '',
      },
    }),
  )
}

export async function annulContract(one: Case): Promise<void> {
  const { desk } = one
  await desk.head.contracts.annul(
    desk.click({
      ...one.contract,
      reason: 'Издаден с погрешен краен срок; вместо него се издава друг.',
    }),
  )
}

/** Told at the counter: the person has died. */
export async function recordDeath(one: Case): Promise<void> {
  const { desk, day, random } = one
  const found = await desk.clerk.people.edit({ id: one.personId })
  const deathDate = addDays(day, -random.whole(1, 6))
  one.deathDate = deathDate
  const { id, version, createdAt: _c, createdBy: _b, updatedAt: _u, updatedBy: _w, ...data } = found
  await desk.clerk.people.update(desk.click({ id, version, data: { ...data, deathDate } }))
}
