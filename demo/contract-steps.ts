import { addDays } from '#domain/calendar/civil-date.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import type { TerminationGround } from '#domain/contracts/schema.ts'
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
  const made = await worker.client.contracts.saveDraft(
    desk.click({
      id: null,
      version: null,
      personId: one.personId,
      input: {
        ...proposed,
        startDate,
        endDate: term.endDate(startDate) ?? proposed.endDate,
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
  one.contractId = made.id
}

/** The head issues what lay prepared; the dates move to the day of issue where it came later. */
export async function issueContract(one: Case): Promise<void> {
  const { desk, day } = one
  const found = await desk.head.contracts.find({ id: one.contractId })
  const { startDate, endDate } = found.input
  await desk.head.contracts.issue(
    desk.click({
      id: one.contractId,
      version: found.version,
      issue: {
        contractDate: day,
        startDate: startDate < day ? day : startDate,
        endDate,
        number: null,
      },
    }),
  )
}

async function versionOf(one: Case): Promise<number> {
  return (await one.desk.head.contracts.find({ id: one.contractId })).version
}

export async function sendContractOut(one: Case): Promise<void> {
  const { desk } = one
  await desk.clerk.contracts.sendOut(
    desk.click({ id: one.contractId, version: await versionOf(one) }),
  )
}

export async function signContract(one: Case): Promise<void> {
  const { desk, day } = one
  const found = await desk.head.contracts.find({ id: one.contractId })
  const { contractDate, signingMode } = found.input
  const mayor = addDays(day, -1)
  await desk.clerk.contracts.markSigned(
    desk.click({
      id: one.contractId,
      version: found.version,
      signing: {
        personSignedOn: day,
        providerSignedOn: mayor < contractDate ? contractDate : mayor,
        mode: signingMode,
      },
    }),
  )
}

const reasons: Partial<Record<TerminationGround, string>> = {
  personRequest: 'Писмено искане от лицето: дъщеря му се връща да живее при него.',
  movedOutOfMunicipality: 'Премества се трайно в друга община при сина си.',
  residentialCare: 'Настаняване в дом за стари хора по негово желание.',
  mutualConsent: 'Двете страни се съгласяват договорът да се прекрати.',
  otherSimilarService: 'Включване в механизма лична помощ.',
  breach: 'Асистентът не е допуснат в дома три поредни посещения без причина.',
}

export async function endContract(one: Case, ground: TerminationGround): Promise<void> {
  const { desk, day } = one
  await desk.head.contracts.terminate(
    desk.click({
      id: one.contractId,
      version: await versionOf(one),
      termination: {
        ground,
        onDate: ground === 'death' ? there(one.deathDate, 'day of death') : day,
        reason: reasons[ground] ?? '',
      },
    }),
  )
}

export async function annulContract(one: Case): Promise<void> {
  const { desk } = one
  await desk.head.contracts.annul(
    desk.click({
      id: one.contractId,
      version: await versionOf(one),
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
