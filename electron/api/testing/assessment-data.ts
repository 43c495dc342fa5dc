import type { ApplicationState } from '#domain/applications/schema.ts'
import { applicationInput } from '#domain/applications/testing/sample.ts'
import type { AssessmentInput } from '#domain/assessments/schema.ts'
import type { PersonInput } from '#domain/people/schema.ts'
import { insertApplication } from '#db/queries/applications.ts'
import { counterFrom } from './counters.ts'
import { click, type Client, type RunningOffice } from './office.ts'
import { personInput } from './person-data.ts'
import { wholeSheet } from './sheet-data.ts'

const entries = counterFrom(1287)

/** A person with an application in some state, as the intake leaves it. */
export async function personWithApplication(
  running: RunningOffice,
  client: Client,
  state: ApplicationState = 'admitted',
  own: Partial<PersonInput> = {},
): Promise<{ personId: string; applicationId: string; entryNumber: string }> {
  const { id: personId } = await client.people.create(click(personInput(own)))
  const accountId = (await account(client)).id
  entries.value += 1
  const entryNumber = `94-${String(entries.value)}`
  const input = applicationInput({
    ...{ personId, entryNumber, entryDate: '2026-11-02' },
    ...{ eligibilityGroup: 'overWorkingAge', needsDescription: '' },
  })
  const stamp = { at: running.office.now(), by: accountId }
  const applicationId = running.office.vault
    .database()
    .transaction((tx) => insertApplication(tx, input, state, stamp))
  return { personId, applicationId, entryNumber }
}

async function account(client: Client): Promise<{ id: string }> {
  const state = await client.session.current({})
  if (state.status !== 'open') throw new Error('nobody is logged in')
  return state.account
}

/** A whole sheet of this application, finished by the client and waiting for approval. */
export async function finishedAssessment(
  client: Client,
  applicationId: string,
  place = 2,
  own: Partial<AssessmentInput> = {},
): Promise<{ id: string; version: number }> {
  const sheet = await client.assessments.sheet({ applicationId })
  if (sheet.kind !== 'sheet') throw new Error('this application has a sheet already')
  const saved = await client.assessments.save(
    click({
      id: sheet.assessment?.id ?? null,
      version: sheet.assessment?.version ?? null,
      methodologyVersionId: sheet.methodologyVersionId,
      data: wholeSheet(applicationId, sheet.methodology, place, own),
    }),
  )
  return client.assessments.finish(click({ id: saved.id, version: saved.version }))
}
