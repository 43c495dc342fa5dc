import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { projectSchema, type ProjectData } from '#domain/projects/schema.ts'
import type { Role } from '#domain/accounts/roles.ts'
import { findProject, insertProject, updateProject } from '#db/queries/projects.ts'
import type { ProjectRow } from '#db/schema/projects.ts'
import { openTestOffice, testNow, type TestOffice } from '#db/testing/database.ts'
import type { Sync } from '#db/connection.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import type { AuditLine } from './actions.ts'
import { savedForm } from './conflict.ts'
import { stepsOf, type StepCall } from './steps.ts'

const steps = stepsOf<ProjectRow, ProjectData>({
  subject: 'project',
  read: 'projects.read',
  load: findProject,
  row: (project) => project,
  save: updateProject,
  stand: ({ name }) => ({ name }),
})
const data = projectSchema.parse({
  name: 'Подкрепа у дома',
  municipality: 'Примерна',
  role: 'beneficiary',
  programme: 'Развитие на човешките ресурси',
})

let office: TestOffice
let id: string
beforeEach(() => {
  office = openTestOffice()
  id = inCall((call) => insertProject(call.tx, data, { at: testNow, by: office.accountId }))
})
afterEach(() => {
  office.dispose()
})

function inCall<T>(run: (call: StepCall) => Sync<T>, roles: Role[] = ['head']): T {
  const actor = { accountId: office.accountId, roles } as Partial<Session> as Session
  const call = { actor, now: '2026-03-04T10:00:00.000Z', today: '2026-03-04' }
  return office.db.transaction((tx) => run({ ...call, tx }))
}
/** What was thrown, by its code and data. */
function thrownBy(run: () => unknown): { code?: string; data?: unknown } {
  try {
    run()
  } catch (error) {
    return error as { code: string; data: unknown }
  }
  return {}
}
const renamed = (name: string) => ({ ...data, name })

describe('the record of a step', () => {
  test('of another version is not judged: the page is told who saved it, when, and where it stands', () => {
    inCall((call) => steps.save(call, { id, version: 1 }, renamed('Нова')))
    const thrown = thrownBy(() =>
      inCall((call) => steps.opened(call.tx, { id, version: 1 }, call.actor)),
    )
    expect(thrown).toMatchObject({
      code: 'CONFLICT',
      data: {
        changedBy: 'Проба Пробева',
        changedAt: '2026-03-04T10:00:00.000Z',
        theirs: { name: 'Нова', version: 2 },
      },
    })
  })

  test('shows an overtaken page no more of a colleague’s record than where it stands', () => {
    inCall((call) => steps.save(call, { id, version: 1 }, renamed('Нова')))
    const { data: shown } = thrownBy(() =>
      inCall((call) => steps.save(call, { id, version: 1 }, renamed('Друга'))),
    )
    expect(Object.keys((shown as { theirs: object }).theirs).toSorted()).toEqual([
      ...['name', 'updatedAt', 'updatedBy', 'version'],
    ])
    expect(findProject(office.db.orm, id)?.name).toBe('Нова')
  })

  test('is not there for a role that may not read it, in whatever version', () => {
    for (const version of [1, 7])
      expect(
        thrownBy(() =>
          inCall((call) => steps.opened(call.tx, { id, version }, call.actor), ['clerk']),
        ).code,
      ).toBe('NOT_FOUND')
  })

  test('that is gone is said to be gone', () => {
    const open = () =>
      inCall((call) => steps.opened(call.tx, { id: 'няма', version: 1 }, call.actor))
    expect(thrownBy(open).code).toBe('NOT_FOUND')
  })
})

describe('the end of a step', () => {
  const taken = (lines: unknown[], follow: () => void = () => undefined) =>
    inCall((call) => {
      const input = { id, version: 1 }
      const record = steps.opened(call.tx, input, call.actor)
      const audit = (line: AuditLine) => void lines.push(line)
      return steps.take({ ...call, input, audit }, record, {
        changes: renamed('Нова'),
        payload: { to: 'Нова' },
        answer: { state: 'open' },
        follow,
      })
    })

  test('answers id, new version and what the judge added, and leaves one line in the journal', () => {
    const lines: unknown[] = []
    expect(taken(lines)).toEqual({ id, version: 2, state: 'open' })
    expect(lines).toEqual([{ subjectId: id, payload: { to: 'Нова' } }])
  })

  test('what follows finds the record saved, and its refusal takes the save back', () => {
    let found: string | undefined
    taken([], () => {
      found = findProject(office.db.orm, id)?.name
    })
    expect(found).toBe('Нова')
    inCall((call) => steps.save(call, { id, version: 2 }, data))
    const refused = () =>
      inCall((call) => {
        steps.save(call, { id, version: 3 }, renamed('Изгубена'))
        throw new Error('refused')
      })
    expect(refused).toThrow('refused')
    expect(findProject(office.db.orm, id)).toMatchObject({ name: data.name, version: 3 })
  })
})

test('a page that names a record and no version opened none: it makes no second record', () => {
  const saved = () =>
    inCall(({ tx }) =>
      savedForm(
        tx,
        { id, version: null },
        () => {
          throw new Error('made another')
        },
        (own, version) =>
          updateProject(tx, own, version, data, { at: testNow, by: office.accountId }),
        () => findProject(tx, id),
      ),
    )
  expect(thrownBy(saved).code).toBe('CONFLICT')
})
