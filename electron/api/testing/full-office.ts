import { applicationInputSchema } from '#domain/applications/schema.ts'
import { assessmentInputSchema } from '#domain/assessments/schema.ts'
import { candidacyInputSchema } from '#domain/candidates/schema.ts'
import { contractInputSchema } from '#domain/contracts/schema.ts'
import { employmentInputSchema } from '#domain/employments/schema.ts'
import { methodologySchema } from '#domain/methodologies/schema.ts'
import { officeSchema } from '#domain/office/schema.ts'
import { composeEgn } from '#domain/people/ids.ts'
import { personSchema, representativeSchema } from '#domain/people/schema.ts'
import { planInputSchema } from '#domain/plans/schema.ts'
import { longestName } from '#domain/text/parse-name.ts'
import { listAccounts } from '#db/queries/accounts.ts'
import { insertApplication } from '#db/queries/applications.ts'
import { insertAssessment } from '#db/queries/assessments.ts'
import { insertCandidacy, setCandidacy } from '#db/queries/candidates.ts'
import { insertEmployment } from '#db/queries/employments.ts'
import { insertMethodology } from '#db/queries/methodologies.ts'
import { getOffice, updateOffice } from '#db/queries/office.ts'
import { insertRepresentative } from '#db/queries/people-parts.ts'
import { insertPerson } from '#db/queries/people.ts'
import { insertPlan } from '#db/queries/plans.ts'
import { fullRecord } from './full-texts.ts'
import type { RunningOffice } from './office.ts'

const longName = (first: string) => `${first}-`.padEnd(longestName, 'александрина')
const names = {
  firstName: longName('Христина'),
  middleName: longName('Константинова'),
  lastName: longName('Папахристодулова'),
}
const numbers = {
  idKind: 'egn',
  idNumber: composeEgn('1945-06-12', 927),
  birthDate: '1945-06-12',
  sex: 'female',
  phone: '078 550 000',
  idCardNumber: '640012345',
  number: '0888123456',
  email: 'sluzhba@primerna.example',
}

const inRules = { code: 'full', id: 'one', letter: 'А', version: 7 }

/** A person with everything a paper is made of, each text filled to its limit. */
export function fillOffice(running: RunningOffice) {
  const database = running.office.vault.database()
  const writer = listAccounts(database.orm).find(({ roles }) => roles.includes('socialWorker'))
  if (!writer) throw new Error('the prepared office has a social worker')
  const stamp = { at: running.office.now(), by: writer.id }
  const today = running.office.today()
  const known = {
    ...names,
    ...numbers,
    municipality: 'Примерна',
    mayorTitle: 'кмет',
    eik: '000193282',
    capacity: 'fullInterdiction',
    kind: 'guardian',
    permanentAddress: undefined,
  }
  return database.transaction((tx) => {
    const office = fullRecord(officeSchema, { ...known, authorisedPerson: undefined })
    updateOffice(tx, getOffice(tx).version, office.value, stamp.at)
    const person = fullRecord(personSchema, known)
    const { id: personId } = insertPerson(tx, person.value, stamp)
    const representative = fullRecord(representativeSchema, {
      ...known,
      idNumber: composeEgn('1970-01-01', 929),
    })
    const representativeId = insertRepresentative(tx, personId, representative.value, stamp).id
    const application = fullRecord(applicationInputSchema, {
      personId,
      representativeId,
      entryNumber: '94-1287',
      regime: 'assistantSupport',
      service: 'assistantSupport',
    })
    const applicationId = insertApplication(tx, application.value, 'approved', stamp)
    const methodology = fullRecord(
      methodologySchema,
      { ...inRules, validFrom: today },
      {
        entries: 2,
        fitted: (rules) => {
          rules.groups.forEach((group, g) => {
            group.id = `area${String(g)}`
            group.items.forEach((item, i) => {
              Object.assign(item, {
                id: `item${String(g)}x${String(i)}`,
                minAge: null,
                maxAge: null,
              })
              item.options.forEach((option, o) => (option.id = `option${String(o)}`))
            })
          })
        },
      },
    )
    const methodologyVersionId = insertMethodology(tx, methodology.value, stamp)
    const items = methodology.value.groups.flatMap((group) => group.items)
    const assessment = fullRecord(
      assessmentInputSchema,
      {
        applicationId,
        kind: 'update',
        updateReason: 'periodicReview',
        outcome: 'done',
        noRisks: false,
      },
      {
        entries: items.length,
        fitted: (sheet) => {
          sheet.answers.forEach((answer, i) => {
            Object.assign(answer, { itemId: items[i]?.id, optionId: 'option0' })
          })
        },
      },
    )
    const assessmentId = insertAssessment(
      tx,
      assessment.value,
      { personId, methodologyVersionId, revision: 1, previousId: null },
      stamp,
    )
    const plan = fullRecord(planInputSchema, {
      assessmentId,
      areaId: 'area0',
      activity: 'hygiene',
      activities: ['hygiene', 'bathing'],
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      fromMinute: 480,
      toMinute: 600,
    })
    const planId = insertPlan(
      tx,
      plan.value,
      { applicationId, personId, grantedMinutes: 5040, revision: 1, previousId: null },
      stamp,
    )
    const contract = fullRecord(contractInputSchema, {
      applicationId,
      assessmentId,
      planId,
      representativeId,
      service: 'assistantSupport',
      signingMode: 'thumbprint',
      accountantSigns: true,
    })
    const candidacy = fullRecord(candidacyInputSchema, {
      personId,
      entryNumber: 'ЛА-1287',
      regime: 'personalAssistance',
      weekdays: [1, 2],
      refusedActs: ['hygiene'],
      kinship: 'other',
    })
    const candidacyId = insertCandidacy(tx, candidacy.value, 'admitted', stamp, {})
    const endReason = 'Мотиви '.repeat(280) + 'Край9001'
    setCandidacy(
      tx,
      candidacyId,
      1,
      { state: 'notAdmitted', refusalGround: 'notSelected', endedOn: today, endReason },
      stamp,
      { kind: 'refuse' },
    )
    const employment = fullRecord(employmentInputSchema, {
      kind: 'labour',
      legalGround: 'untilDone',
      positionId: 'personalAssistant',
      projectId: null,
      endDate: null,
      payUnit: 'hour',
      minutesPerDay: 240,
      leaveDays: 20,
      noticeDays: 30,
      probationMonths: 6,
      averagingMonths: 4,
      accountantSigns: true,
    })
    const employmentId = insertEmployment(tx, employment.value, personId, stamp)
    return {
      office,
      person,
      representative,
      application,
      methodology,
      assessment,
      plan,
      contract,
      candidacy,
      employment,
      ids: { candidacyId, personId, representativeId, assessmentId, planId, employmentId },
    }
  })
}
