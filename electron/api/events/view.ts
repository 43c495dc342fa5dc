import { eventStateOn, isEnough, namesIn } from '#domain/events/rules.ts'
import { workSetting } from '#domain/events/settings.ts'
import type { Db } from '#db/connection.ts'
import { eventInputOf } from '#db/queries/events.ts'
import { lastPaperOf } from '#db/queries/papers.ts'
import { findProject } from '#db/queries/projects.ts'
import type { EventRow } from '#db/schema/events.ts'
import { settingValue } from '../kernel/settings.ts'
import { attendance, positionOf, wholeEvent } from './facts.ts'

/** One event as its page shows it. Of psychological support no word that was said. */
export function eventView(db: Db, row: EventRow, today: string) {
  const whole = wholeEvent(db, row)
  const percent = settingValue(db, 'trainingSharePercent', row.lastDay)
  return {
    id: row.id,
    version: row.version,
    state: eventStateOn(row, today),
    stored: row.state,
    input: eventInputOf(row, whole.sessions),
    minutes: row.minutes,
    project: row.projectId === null ? null : (findProject(db, row.projectId)?.name ?? null),
    cancelReason: row.cancelReason,
    correctReason: row.correctReason,
    findings: row.kind === 'supervision' ? row.findings : '',
    /** Names that stand in what is kept without names. */
    named: namesIn(row.findings, whole.people),
    countsAsWork: settingValue(db, workSetting[row.kind], row.firstDay),
    sharePercent: percent,
    sessions: whole.sessions.map(({ id, onDate, fromMinute, toMinute }) => ({
      id,
      onDate,
      fromMinute,
      toMinute,
    })),
    marks: whole.marks,
    people: attendance(whole, whole.marks).map((one) => {
      const paper = lastPaperOf(db, { kind: 'certificate', id: one.id })
      return {
        id: one.id,
        version: one.version,
        personId: one.personId,
        name: one.name,
        names: {
          firstName: one.firstName,
          middleName: one.middleName,
          lastName: one.lastName,
        },
        position: positionOf(db, one.employmentId),
        attended: one.attended,
        isEnough: isEnough(one.attended, row.minutes, percent),
        certificate:
          one.certificateNumber === null
            ? null
            : {
                number: one.certificateNumber,
                date: one.certificateDate,
                paperId: paper?.id ?? null,
                status: paper?.status ?? null,
              },
      }
    }),
  }
}
