import { z } from 'zod'
import { employeesList } from '#domain/employees/list.ts'
import { existing } from '../kernel/faults.ts'
import { id } from '../kernel/ids.ts'
import { defineList } from '../kernel/lists.ts'
import { read } from '../kernel/procedures.ts'
import { employeesSource } from './list.ts'
import { teamOn } from './team.ts'
import { employeeView } from './view.ts'

/** People at work: who they are to the office, what they have to give, who may take whom. */
export default {
  ...defineList(employeesList, employeesSource),

  find: read(
    { permission: 'employments.read', audit: 'dossier.opened', input: z.object({ personId: id }) },
    ({ input, db, actor, today, noteReading }) => {
      const { personId } = input
      const member = existing(teamOn(db, { today, personId })[0])
      noteReading(personId)
      return employeeView(db, actor, member, today)
    },
  ),
}
