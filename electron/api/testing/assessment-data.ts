import type { ApplicationInput, ApplicationState } from '#domain/applications/schema.ts'
import { emptyAssessment, type AssessmentInput } from '#domain/assessments/schema.ts'
import type { Methodology } from '#domain/methodologies/schema.ts'
import type { PersonInput } from '#domain/people/schema.ts'
import { insertApplication } from '#db/queries/applications.ts'
import { click, type Client, type RunningOffice } from './office.ts'
import { personInput } from './person-data.ts'

let entry = 1287

/** A person with an application in some state, as the intake leaves it. */
export async function personWithApplication(
  running: RunningOffice,
  client: Client,
  state: ApplicationState = 'admitted',
  own: Partial<PersonInput> = {},
): Promise<{ personId: string; applicationId: string; entryNumber: string }> {
  const { id: personId } = await client.people.create(click(personInput(own)))
  const accountId = (await account(client)).id
  entry += 1
  const entryNumber = `94-${String(entry)}`
  const input: ApplicationInput = {
    entryNumber,
    entryDate: '2026-11-02',
    regime: 'assistantSupport',
    service: 'assistantSupport',
    personId,
    eligibilityGroup: 'overWorkingAge',
    filedBy: 'inPerson',
    representativeId: null,
    livesWith: 'alone',
    householdSize: 1,
    relativesNearby: 'no',
    usesOtherService: 'no',
    otherServices: [],
    preferredAssistant: '',
    kinship: null,
    substituteAssistant: '',
    preferredHours: '',
    needsDescription: '',
    generalPractitioner: '',
    emergencyContactName: '',
    emergencyContactPhone: '',
    preliminaryAssessmentNumber: '',
    preliminaryAssessmentDate: null,
    declarations: { truth: true, homeAccess: true, noDoubleSupport: true, privacyNotice: true },
    documents: [],
    note: '',
  }
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

/** Every row answered by the option at this place, counted from 0; the last one where there are fewer. */
export function answersAt(methodology: Methodology, place: number): AssessmentInput['answers'] {
  return methodology.groups.flatMap((group) =>
    group.items.map((item) => ({
      itemId: item.id,
      optionId: (item.options[place] ?? item.options.at(-1))?.id ?? null,
      reason: '',
    })),
  )
}

/** A sheet with everything that the law asks for; rows at `place`. */
export function wholeSheet(
  applicationId: string,
  methodology: Methodology,
  place = 2,
  own: Partial<AssessmentInput> = {},
): AssessmentInput {
  return {
    ...emptyAssessment(applicationId),
    assessmentDate: '2026-11-13',
    visitDate: '2026-11-12',
    visitPlace: 'в дома на лицето',
    answers: answersAt(methodology, place),
    team: [
      { name: 'Десислава Николова', position: 'социален работник' },
      { name: 'Калина Петрова', position: 'психолог' },
    ],
    sources: ['епикриза от 01.10.2026 г.'],
    narrative: {
      health: 'Последици от инсулт, ходи с бастун.',
      mentalEmotional: 'Спокойно, ориентирано.',
      familySupport: 'Дъщеря в София, идва веднъж месечно.',
      social: 'Общува със съседи.',
      housing: 'Едноетажна къща, печка на дърва.',
      incomeAndWork: '',
      otherSupport: 'не ползва',
      strengths: '',
    },
    risks: [{ risk: 'падане', level: 'high', measure: 'парапет в банята' }],
    personView: 'Иска да остане в дома си.',
    conclusions: 'Нуждае се от ежедневна помощ.',
    recommendedActivities: ['selfCare', 'dailyTasks'],
    recommendedMinutesPerDay: 180,
    recommendedTerm: 'medium',
    ...own,
  }
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
