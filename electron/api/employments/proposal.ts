import { isOffered, type CatalogueEntry } from '#domain/employments/catalogue.ts'
import { homes } from '#domain/employments/place-data.ts'
import { proposedHourCents } from '#domain/employments/rules.ts'
import type { EmploymentInput } from '#domain/employments/schema.ts'
import type { Db } from '#db/connection.ts'
import { getAccount } from '#db/queries/accounts.ts'
import { catalogueOf } from '#db/queries/employment-catalogue.ts'
import { employmentInputOf, employmentsOfPerson } from '#db/queries/employments.ts'
import { listProjects } from '#db/queries/projects.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { habitOf } from '../kernel/habits.ts'
import { placeOf } from '../kernel/parties.ts'
import { settingValue } from '../kernel/settings.ts'
import { approvedCandidacy } from './candidacy.ts'

type Habit = Pick<EmploymentInput, 'place' | 'copies' | 'accountantSigns'>

/**
 * What a new contract says until somebody writes something else: as the person's last one did; the first
 * one is for the work that the candidate was approved for.
 */
export function proposedInput(
  db: Db,
  actor: Session,
  personId: string,
  today: string,
): EmploymentInput {
  const habit = habitOf<Habit>(getAccount(db, actor.accountId), 'employment')
  const last = employmentsOfPerson(db, personId).find(({ status }) => status !== 'draft')
  const signing: Habit = {
    place: habit?.place ?? placeOf(db, today),
    copies: habit?.copies ?? settingValue(db, 'contractCopies', today),
    accountantSigns: habit?.accountantSigns ?? true,
  }
  const dates = { contractDate: today, startDate: today, endDate: null }
  if (last) return { ...employmentInputOf(last), ...dates, ...signing }
  const wanted = approvedCandidacy(db, personId, today)?.position
  const position = offered(db, 'position', today).find(({ id }) => id === wanted)
  return {
    kind: 'labour',
    positionId: position?.id ?? 'personalAssistant',
    legalGround: 'fixedTerm',
    projectId: null,
    programme: null,
    task: null,
    ...dates,
    minutesPerDay: 240,
    schedule: null,
    averagingMonths: settingValue(db, 'averagingMonths', today),
    otherMinutesPerDay: 0,
    basePayCents: proposedHourCents(
      settingValue(db, 'minimumHourCents', today),
      settingValue(db, 'assistantPayPercent', today),
    ),
    payUnit: 'hour',
    leaveDays: settingValue(db, 'employmentLeaveDays', today),
    noticeDays: settingValue(db, 'employmentNoticeDays', today),
    probationMonths: settingValue(db, 'probationMonths', today),
    placeOfWork: homes,
    education: null,
    ...signing,
  }
}

const offered = (db: Db, part: 'position' | 'ground', today: string): CatalogueEntry[] =>
  catalogueOf(db, part).filter((one) => isOffered(one, one.kind ?? 'labour', today))

/** Positions and projects that may be chosen. */
export function choicesFor(db: Db, today: string) {
  return {
    positions: offered(db, 'position', today).map(({ id, name }) => ({ id, name })),
    projects: listProjects(db).map(({ id, name }) => ({ id, name })),
  }
}

/** Grounds of ending, each with its article; none is proposed. */
export const groundsFor = (db: Db, kind: EmploymentInput['kind'], today: string) =>
  catalogueOf(db, 'ground')
    .filter((one) => isOffered(one, kind, today))
    .map(({ id, name, code }) => ({ id, name, article: code ?? '' }))
