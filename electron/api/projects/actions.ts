import { z } from 'zod'
import { projectsList } from '#domain/projects/list.ts'
import { projectState } from '#domain/projects/rules.ts'
import { projectSchema } from '#domain/projects/schema.ts'
import {
  deleteProject,
  findProject,
  findProjectByNumber,
  insertProject,
  projectDataOf,
  updateProject,
} from '#db/queries/projects.ts'
import type { ProjectRow } from '#db/schema/projects.ts'
import { saveOrConflict } from '../kernel/conflict.ts'
import { existing, ruleError } from '../kernel/faults.ts'
import { action } from '../kernel/actions.ts'
import { defineList } from '../kernel/lists.ts'
import { read } from '../kernel/procedures.ts'
import { projectsSource } from './list.ts'

const id = z.string().min(1).max(64)
const version = z.int().min(1)

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
      subject: 'project',
      input: projectSchema.safeExtend({ id: id.nullable(), version: version.nullable() }),
    },
    ({ input, tx, audit, actor, now }) => {
      const { id: given, version: seen, ...typed } = input
      // Who holds the contract is the municipality itself, unless it is a partner.
      const data = { ...typed, beneficiary: typed.role === 'partner' ? typed.beneficiary : null }
      const namesake = findProjectByNumber(tx, data.contractNumber)
      if (namesake && namesake.id !== given)
        throw ruleError([
          { code: 'projectNumberTaken', path: ['contractNumber'], params: { name: namesake.name } },
        ])
      const stamp = { at: now, by: actor.accountId }
      if (given === null) {
        const created = insertProject(tx, data, stamp)
        audit({ subjectId: created, payload: { from: null, to: data } })
        return { id: created, version: 1 }
      }
      const before = existing(findProject(tx, given))
      const saved = saveOrConflict(
        tx,
        () => updateProject(tx, given, seen ?? 0, data, stamp),
        () => theirs(before),
      )
      audit({ subjectId: given, payload: { from: projectDataOf(before), to: data } })
      return { id: given, version: saved }
    },
  ),

  /** Nothing rests on a project yet, so each may be taken out; what stood in it stays in the journal. */
  remove: action(
    {
      permission: 'projects.write',
      audit: 'project.removed',
      subject: 'project',
      input: z.object({ id, version }),
    },
    ({ input, tx, audit }) => {
      const before = existing(findProject(tx, input.id))
      saveOrConflict(
        tx,
        () => {
          deleteProject(tx, input.id, input.version)
        },
        () => theirs(before),
      )
      audit({ subjectId: input.id, payload: { from: projectDataOf(before), to: null } })
      return { removed: true }
    },
  ),
}

function shown(row: ProjectRow) {
  return { id: row.id, version: row.version, data: projectDataOf(row) }
}

function theirs(row: ProjectRow) {
  const { updatedBy, updatedAt, version: stored } = row
  return { ...projectDataOf(row), version: stored, updatedBy, updatedAt }
}
