import { sql } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { overStates, type ApplicationState } from '#domain/applications/schema.ts'
import { agreedStatuses } from '#domain/contracts/days.ts'
import type { ContractStatus } from '#domain/contracts/schema.ts'
import type { TelkTerm } from '#domain/people/telk.ts'
import { telkInForceOf } from './people-telk.ts'

/** Where the case of one person stands, for a row of a list. */
export interface PersonStatusRow {
  personId: string
  deathDate: string | null
  sex: 'male' | 'female'
  birthDate: string
  idCardValidUntil: string | null
  applicationState: ApplicationState | null
  documentsDueDate: string | null
  entryDate: string | null
  /** Date of its approved assessment, and first day of its plan that is ready; null: not so far. */
  assessmentApprovedDate: string | null
  planReadyDate: string | null
  planReviewDate: string | null
  planEnd: string | null
  contractStatus: ContractStatus | null
  contractStart: string | null
  contractEnd: string | null
  contractEnded: string | null
  contractAnnexes: number | null
  /** 1: a signed one begins after it. */
  contractFollowed: number | null
  /** The decision in force; null: none. */
  telk: TelkTerm | null
}

/**
 * Newest open application, plan and contract (the one in force goes before the one that is to follow it),
 * and the ТЕЛК decision, of each of these people on a civil date: the rows of a list are asked for together.
 */
export function statusOfPeople(db: Db, ids: readonly string[], today: string): PersonStatusRow[] {
  if (ids.length === 0) return []
  const telk = telkInForceOf(db, ids, today)
  return casesOf(db, ids, today).map((row) => ({ ...row, telk: telk.get(row.personId) ?? null }))
}

function casesOf(db: Db, ids: readonly string[], today: string) {
  return db.all<Omit<PersonStatusRow, 'telk'>>(sql`
    with wanted(id) as (select value from json_each(${JSON.stringify(ids)})),
    app as (
      select id, person_id, state, entry_date, documents_due_date, row_number() over (
        partition by person_id
        order by state in ${[...overStates]},
                 entry_date desc, id desc) as place
      from applications where person_id in (select id from wanted)),
    plan as (
      select person_id, next_review_date, valid_to, row_number() over (
        partition by person_id order by created_at desc, id desc) as place
      from support_plans
      where person_id in (select id from wanted) and status in ('approved', 'signed')),
    con as (
      select person_id, status, start_date, end_date, ended_on, annexes, row_number() over (
        partition by person_id
        order by status = 'annulled',
                 not (status in ${[...agreedStatuses]} and start_date <= ${today}
                   and coalesce(ended_on, end_date) >= ${today}),
                 created_at desc, id desc) as place
      from contracts where person_id in (select id from wanted))
    select p.id as personId, p.death_date as deathDate, p.sex as sex, p.birth_date as birthDate,
      p.id_card_valid_until as idCardValidUntil,
      app.state as applicationState, app.documents_due_date as documentsDueDate,
      app.entry_date as entryDate,
      (select max(a.assessment_date) from assessments a
        where a.application_id = app.id and a.status = 'approved') as assessmentApprovedDate,
      (select max(s.valid_from) from support_plans s
        where s.application_id = app.id and s.status in ('ready', 'approved', 'signed')) as planReadyDate,
      plan.next_review_date as planReviewDate, plan.valid_to as planEnd,
      con.status as contractStatus, con.start_date as contractStart, con.end_date as contractEnd,
      con.ended_on as contractEnded,
      con.annexes as contractAnnexes,
      exists (select 1 from contracts later where later.person_id = p.id
        and later.status in ('signed', 'suspended') and later.start_date > con.end_date) as contractFollowed
    from wanted
    join persons p on p.id = wanted.id
    left join app on app.person_id = p.id and app.place = 1
    left join plan on plan.person_id = p.id and plan.place = 1
    left join con on con.person_id = p.id and con.place = 1`)
}
