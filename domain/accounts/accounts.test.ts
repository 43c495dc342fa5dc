import { describe, expect, test } from 'vitest'
import { checkPassword, passwordStrength } from './password.ts'
import { can, mayApproveWorkOf, permissions, permissionsOf } from './permissions.ts'
import { accountSchema } from './schema.ts'
import { roles } from './roles.ts'
import type { Role } from './roles.ts'

// One row a permission, one letter a role in the order of `roles`
// (administrator, head, socialWorker, coordinator, clerk, accountant): x may, - may not.
const expected: Record<string, string> = {
  'people.read': '-xxxxx',
  'people.write': '-xx-x-',
  'people.readTelk': '-xx-x-',
  'people.readHealth': '-xx---',
  'people.revealId': '-xx-x-',
  'applications.read': '-xx-x-',
  'applications.write': '-xx-x-',
  'applications.decide': '-x----',
  'cases.take': '-xx---',
  'cases.assign': '-x----',
  'candidates.read': '-xxxx-',
  'candidates.write': '-xx-x-',
  'candidates.decide': '-x----',
  'selections.read': '-xxx--',
  'selections.write': '-xx---',
  'selections.approve': '-x----',
  'assessments.read': '-xx---',
  'assessments.write': '-xx---',
  'assessments.approve': '-x----',
  'methodologies.read': 'xxx---',
  'methodologies.write': '-x----',
  'plans.read': '-xxx--',
  'plans.write': '-xx---',
  'plans.approve': '-x----',
  'contracts.read': '-xxxxx',
  'contracts.write': '-xx---',
  'contracts.issue': '-x----',
  'contracts.annul': '-x----',
  'contracts.terminate': '-x----',
  'employments.read': '-xxxxx',
  'employments.readPay': '-x--xx',
  'employments.write': '-x--x-',
  'employments.issue': '-x----',
  'employments.end': '-x----',
  'letters.write': '-xx-x-',
  'assignments.read': '-xxxxx',
  'assignments.write': '-xxx--',
  'events.read': '-xxxx-',
  'events.write': '-xxxx-',
  'events.notes': '-x----',
  'papers.read': '-xxxxx',
  'papers.print': '-xx-x-',
  'papers.markSigned': '-xx-x-',
  'projects.read': 'xx----',
  'projects.write': 'xx----',
  'audit.readPerson': '-x----',
  'audit.readAll': 'xx----',
  'accounts.manage': 'x-----',
  'settings.manage': 'xx----',
  'texts.manage': 'xx----',
  'backup.make': 'xx--x-',
  'backup.restore': 'xx----',
  'office.read': 'xxxxxx',
  'search.use': '-xxxxx',
  'drafts.own': 'xxxxxx',
}

describe('permissions', () => {
  test('the table covers every permission', () => {
    expect(Object.keys(expected).sort()).toEqual([...permissions].sort())
  })
  test.each(
    permissions.flatMap((p) => roles.map((r, i) => [r, p, expected[p]?.[i] === 'x'] as const)),
  )('%s %s: %s', (role, permission, may) => {
    expect(can([role], permission)).toBe(may)
  })
  test('several roles add up; none and unknown ones give nothing', () => {
    expect(can(['administrator', 'clerk'], 'people.read')).toBe(true)
    expect(can(['administrator', 'clerk'], 'accounts.manage')).toBe(true)
    expect(can([], 'office.read')).toBe(false)
    expect(can(['constructor', '__proto__'] as unknown as Role[], 'office.read')).toBe(false)
    expect(permissionsOf(['accountant'])).toHaveLength(9)
  })
  test('nobody approves their own work', () => {
    const head = { id: 'a', roles: ['head', 'socialWorker'] as Role[] }
    expect(mayApproveWorkOf(head, 'b', 'assessments.approve')).toBe(true)
    expect(mayApproveWorkOf(head, 'a', 'assessments.approve')).toBe(false)
    expect(mayApproveWorkOf({ id: 'c', roles: ['socialWorker'] }, 'b', 'plans.approve')).toBe(false)
  })
  test('an account has a name and at least one role, each once', () => {
    const ok = { displayName: ' Мария  Петрова ', roles: ['clerk'] }
    expect(accountSchema.parse(ok)).toEqual({
      displayName: 'Мария Петрова',
      position: null,
      roles: ['clerk'],
    })
    expect(accountSchema.safeParse({ ...ok, roles: [] }).success).toBe(false)
    expect(accountSchema.safeParse({ ...ok, roles: ['clerk', 'clerk'] }).success).toBe(false)
    expect(accountSchema.safeParse({ ...ok, roles: ['root'] }).success).toBe(false)
  })
})

describe('passwords', () => {
  const context = { names: ['Център за социални услуги', 'Община Кюстендил', 'Мария Петрова'] }
  const code = (password: string) => {
    const r = checkPassword(password, context)
    return r.ok ? undefined : r.problems[0]?.code
  }
  test.each([
    'четири коня пият чай',
    'Сиво-7-врабче-на-прага',
    'correct horse battery',
    'zelena krusha 48 stalba',
    'тГр8!кЛм2#вНп5',
  ])('accepted: %s', (password) => {
    expect(code(password)).toBeUndefined()
  })
  test.each([
    ['кратка11111', 'passwordTooShort'],
    ['а'.repeat(257), 'passwordTooLong'],
    ['aaaaaaaaaaaaaa', 'passwordRepeats'],
    ['121212121212', 'passwordRepeats'],
    ['тайнатайнатайна', 'passwordRepeats'],
    ['qwertyuiop12', 'passwordRun'],
    ['zxcvbnmasdfghjkl', 'passwordRun'],
    ['уеишщксдзцьяао', 'passwordRun'],
    ['09876543210987', 'passwordRun'],
    ['parola123456', 'passwordCommon'],
    ['Парола2026!!', 'passwordCommon'],
    ['P@r0la-2026-', 'passwordCommon'],
    ['Администратор1', 'passwordCommon'],
    ['Кюстендил2026', 'passwordName'],
    ['МарияПетрова1', 'passwordName'],
    ['обичамте1234', 'passwordCommon'],
  ])('refused: %s', (password, expectedCode) => {
    expect(code(password)).toBe(expectedCode)
  })
  test('strength in words grows with length', () => {
    expect(passwordStrength('parola123456', context)).toBe('weak')
    expect(passwordStrength('врабчепрагчай', context)).toBe('fair')
    expect(passwordStrength('zelena krusha 4', context)).toBe('good')
    expect(passwordStrength('Сиво-7-врабче-на-прага', context)).toBe('strong')
  })
})
