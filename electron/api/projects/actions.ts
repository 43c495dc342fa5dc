import { z } from 'zod'
import { projectsList } from '#domain/projects/list.ts'
import { projectState } from '#domain/projects/rules.ts'
import { projectSchema, type ProjectData } from '#domain/projects/schema.ts'
import {
  deleteProject,
  findProject,
  findProjectByNumber,
  insertProject,
  projectDataOf,
  updateProject,
} from '#db/queries/projects.ts'
import type { ProjectRow } from '#db/schema/projects.ts'
import { formOf, savedForm } from '../kernel/conflict.ts'
import { action } from '../kernel/actions.ts'
import { existing, ruleError } from '../kernel/faults.ts'
import { id, version, which } from '../kernel/ids.ts'
import { defineList } from '../kernel/lists.ts'
import { stampOf, stepsOf } from '../kernel/steps.ts'
import { read } from '../kernel/procedures.ts'
import { projectsSource } from './list.ts'

const projectRecord = stepsOf<ProjectRow, ProjectData>({
  subject: 'project',
  read: 'projects.read',
  load: findProject,
  row: (project) => project,
  save: updateProject,
  stand: projectDataOf,
})

/** Projects and programmes: by which contract, with what money and for how long a service is paid. */
export default {
  ...defineList(projectsList, projectsSource),

  find: read(
    { permission: 'projects.read', audit: 'none', input: z.object({ id }) },
    ({ db, input, today }) => {
      const row = existing(findProject(db, input.id))
      return { ...shown(row), state: projectState(row, today) }
    },
  ),

  /** A new project (`id` and `version` null) or one that exists. */
  save: action(
    {
      permission: 'projects.write',
      audit: 'project.saved',
      subject: projectRecord.subject,
      input: projectSchema.safeExtend({ id: id.nullable(), version: version.nullable() }),
    },
    (call) => {
      const { tx, audit } = call
      const { id: own, version: seen, ...typed } = call.input
      // Who holds the contract is the municipality itself, unless it is a partner.
      const data = { ...typed, beneficiary: typed.role === 'partner' ? typed.beneficiary : null }
      const namesake = findProjectByNumber(tx, data.contractNumber)
      if (namesake && namesake.id !== own)
        throw ruleError([
          { code: 'projectNumberTaken', path: ['contractNumber'], params: { name: namesake.name } },
        ])
      const row = own === null ? undefined : existing(findProject(tx, own))
      const before = row ? projectDataOf(row) : null
      const saved = savedForm(
        tx,
        { id: own, version: seen },
        () => insertProject(tx, data, stampOf(call)),
        (id, version) => updateProject(tx, id, version, data, stampOf(call)),
        () => row && formOf(row, projectDataOf(row)),
      )
      audit({ subjectId: saved.id, payload: { from: before, to: data } })
      return saved
    },
  ),

  /** Nothing rests on a project yet, so each may be taken out; what stood in it stays in the journal. */
  remove: projectRecord.removal(
    { permission: 'projects.write', audit: 'project.removed', input: which },
    deleteProject,
    ({ record }) => ({ payload: { from: projectDataOf(record), to: null } }),
  ),
}

function shown(row: ProjectRow) {
  return { id: row.id, version: row.version, data: projectDataOf(row) }
}
