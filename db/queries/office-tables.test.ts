import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ConstraintViolation, StaleVersion, UniqueViolation } from '../errors.ts'
import { openTestOffice, testNow, type TestOffice } from '../testing/database.ts'
import { findAccountByName, getAccount, insertAccount, updateAccount } from './accounts.ts'
import { deleteDraft, findDraft, listDrafts, pruneDrafts, saveDraft } from './drafts.ts'
import { findAnswer, pruneAnswers, saveAnswer } from './idempotency.ts'
import { getOffice, insertOffice, updateOffice } from './office.ts'
import { addSetting, settingHistory, settingOn, settingsOn } from './settings.ts'

let office: TestOffice
beforeEach(() => {
  office = openTestOffice()
})
afterEach(() => {
  office.dispose()
})

describe('office and accounts', () => {
  test('a second office does not fit into the database', () => {
    const row = getOffice(office.db.orm)
    const second = (singleton: number) => () => {
      office.db.transaction((tx) => {
        insertOffice(tx, { ...row, id: 'second', singleton })
      })
    }
    expect(second(1)).toThrow(UniqueViolation)
    expect(second(2)).toThrow(ConstraintViolation)
  })

  test('two windows saving the office: the later is told, nothing is overwritten', () => {
    const { data } = getOffice(office.db.orm)
    const save = (name: string) =>
      office.db.transaction((tx) => updateOffice(tx, 1, { ...data, name }, testNow))
    expect(save('Първи')).toBe(2)
    expect(() => save('Втори')).toThrow(StaleVersion)
    expect(getOffice(office.db.orm)).toMatchObject({ data: { name: 'Първи' }, version: 2 })
  })

  test('names that differ only in Cyrillic letter case are one account', () => {
    const add = (displayName: string) => {
      office.db.transaction((tx) => {
        insertAccount(tx, {
          id: displayName,
          displayName,
          roles: [],
          slotId: displayName,
          slotFingerprint: displayName,
          passwordChangedAt: testNow,
          createdAt: testNow,
          updatedAt: testNow,
        })
      })
    }
    expect(() => {
      add('  ПРОБА   пробева ')
    }).toThrow(UniqueViolation)
    expect(findAccountByName(office.db.orm, 'проба ПРОБЕВА')?.id).toBe(office.accountId)
    const rename = (version: number) => () =>
      office.db.transaction((tx) =>
        updateAccount(tx, office.accountId, version, { displayName: 'Нова' }, testNow),
      )
    expect(rename(1)()).toBe(2)
    expect(rename(1)).toThrow(StaleVersion)
    expect(getAccount(office.db.orm, office.accountId).displayNameKey).toBe('нова')
  })
})

describe('settings', () => {
  test('the value of a date is the one in force on it; a correction is kept beside the first', () => {
    const add = (validFrom: string, value: unknown) => {
      office.db.transaction((tx) => {
        addSetting(tx, {
          key: 'hours',
          validFrom,
          value,
          source: 'заповед',
          certainty: 'V',
          changedBy: office.accountId,
          now: testNow,
        })
      })
    }
    add('2026-01-01', 120)
    add('2026-07-01', null)
    add('2026-01-01', 130)
    const on = (date: string) => settingOn(office.db.orm, 'hours', date)?.value
    expect(settingOn(office.db.orm, 'hours', '2025-12-31')).toBeUndefined()
    expect([on('2026-01-01'), on('2026-06-30'), on('2026-07-01')]).toEqual([130, 130, null])
    expect(settingsOn(office.db.orm, '2026-02-01').get('hours')?.value).toBe(130)
    expect(settingHistory(office.db.orm, 'hours').map((one) => one.value)).toEqual([
      'null',
      '130',
      '120',
    ])
  })
})

describe('drafts and answers', () => {
  test('one draft a form and account, gone when saved, others stay', () => {
    office.db.transaction((tx) => {
      saveDraft(tx, office.accountId, {
        formKey: 'person:new',
        payload: { a: 1 },
        updatedAt: at(1),
      })
      saveDraft(tx, office.accountId, {
        formKey: 'person:new',
        payload: { a: 2 },
        updatedAt: at(2),
      })
      saveDraft(tx, office.accountId, { formKey: 'plan:1', payload: null, updatedAt: at(3) })
    })
    expect(findDraft(office.db.orm, office.accountId, 'person:new')?.payload).toEqual({ a: 2 })
    expect(findDraft(office.db.orm, 'another', 'person:new')).toBeUndefined()
    expect(listDrafts(office.db.orm, office.accountId).map((one) => one.formKey)).toEqual([
      'plan:1',
      'person:new',
    ])
    office.db.transaction((tx) => {
      deleteDraft(tx, office.accountId, 'plan:1')
    })
    expect(office.db.transaction((tx) => pruneDrafts(tx, at(2)))).toBe(0)
    expect(office.db.transaction((tx) => pruneDrafts(tx, at(3)))).toBe(1)
  })

  test('the same request twice is refused by the table itself; nothing is an answer too', () => {
    const save = (requestId: string, result: unknown, minute: number) => () => {
      office.db.transaction((tx) => {
        saveAnswer(tx, {
          requestId,
          accountId: office.accountId,
          procedure: 'people.create',
          result,
          now: at(minute),
        })
      })
    }
    save('r1', { id: 'p' }, 1)()
    save('r2', undefined, 5)()
    expect(save('r1', { id: 'q' }, 2)).toThrow(UniqueViolation)
    expect(findAnswer(office.db.orm, 'r1')).toEqual({
      accountId: office.accountId,
      procedure: 'people.create',
      result: { id: 'p' },
    })
    expect(findAnswer(office.db.orm, 'r2')?.result).toBeNull()
    expect(office.db.transaction((tx) => pruneAnswers(tx, at(3)))).toBe(1)
    expect(findAnswer(office.db.orm, 'r1')).toBeUndefined()
  })
})

function at(minute: number): string {
  return new Date(Date.UTC(2026, 2, 2, 8, minute)).toISOString()
}
