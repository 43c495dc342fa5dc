import { z } from 'zod'
import { ownDayProblem } from '#domain/calendar/rules.ts'
import { ownDaySchema } from '#domain/calendar/schema.ts'
import { verdict } from '#domain/problems/schema.ts'
import {
  deleteOwnDay,
  findOwnDay,
  insertOwnDay,
  listOwnDays,
  ownDayOf,
  updateOwnDay,
} from '#db/queries/calendar.ts'
import { action } from '../kernel/actions.ts'
import { formOf, savedForm } from '../kernel/conflict.ts'
import { demand, existing } from '../kernel/faults.ts'
import { id, version, which } from '../kernel/ids.ts'
import { read } from '../kernel/procedures.ts'
import { stampOf, stepsOf } from '../kernel/steps.ts'

const ownDayRecord = stepsOf({
  subject: 'day',
  read: 'settings.manage',
  load: findOwnDay,
  row: (day) => day,
  save: updateOwnDay,
  stand: ownDayOf,
})

/** Days that the office says are off or worked; holidays and the Council's days come with the program. */
export default {
  list: read({ permission: 'settings.manage', audit: 'none', input: z.object({}) }, ({ db }) =>
    listOwnDays(db).map((row) => ({ id: row.id, version: row.version, ...ownDayOf(row) })),
  ),

  /** A new line (`id` and `version` null) or one that exists. */
  save: action(
    {
      permission: 'settings.manage',
      audit: 'day.saved',
      subject: ownDayRecord.subject,
      input: ownDaySchema.extend({ id: id.nullable(), version: version.nullable() }),
    },
    (call) => {
      const { tx, audit } = call
      const { id: own, version: seen, ...day } = call.input
      const row = own === null ? undefined : existing(findOwnDay(tx, own))
      const others = listOwnDays(tx).filter((one) => one.id !== own)
      demand(verdict([ownDayProblem(day, others)]))
      const saved = savedForm(
        tx,
        { id: own, version: seen },
        () => insertOwnDay(tx, day, stampOf(call)),
        (which, version) => updateOwnDay(tx, which, version, day, stampOf(call)),
        () => row && formOf(row, ownDayOf(row)),
      )
      audit({ subjectId: saved.id, payload: { from: row ? ownDayOf(row) : null, to: day } })
      return saved
    },
  ),

  /** The day is again what the calendar says; what stood in the line stays in the journal. */
  remove: ownDayRecord.removal(
    { permission: 'settings.manage', audit: 'day.removed', input: which },
    deleteOwnDay,
    ({ record }) => ({ payload: { from: ownDayOf(record), to: null } }),
  ),
}
