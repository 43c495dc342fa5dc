import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { verdict } from '#domain/problems/schema.ts'
import {
  settingCatalogue,
  settingKeys,
  type SettingDefinition,
  type SettingKey,
} from '#domain/settings/catalogue.ts'
import { groupOf, settingGroups } from '#domain/settings/groups.ts'
import { maskProblem } from '#domain/settings/number-mask.ts'
import { checkSetting, settingOn, type DatedSetting } from '#domain/settings/rules.ts'
import { textField } from '#domain/text/fields.ts'
import type { Db } from '#db/connection.ts'
import { findAccount } from '#db/queries/accounts.ts'
import { addSetting, settingHistory } from '#db/queries/settings.ts'
import { demand, ruleError } from '../kernel/faults.ts'
import { action } from '../kernel/actions.ts'
import { read } from '../kernel/procedures.ts'
import { settingValue } from '../kernel/settings.ts'

const settingValueSchema = z.union([z.number(), z.string().max(2000), z.boolean()])

/** One rule as the settings page shows it: what holds now, since when, by what, and what is to come. */
function shown(db: Db, key: SettingKey, today: string) {
  const definition = settingCatalogue[key] as SettingDefinition
  const rows = settingHistory(db, key)
  // Oldest first and corrections after what they correct, as `settingOn` reads them.
  const dated: DatedSetting[] = rows.toReversed().map((row) => ({
    key,
    value: JSON.parse(row.value) as unknown,
    validFrom: row.validFrom,
    source: row.source,
  }))
  const now = settingOn(dated, key, today)
  return {
    key,
    unit: definition.unit,
    byDefault: definition.default as Value,
    defaultSource: definition.source,
    value: now.value,
    validFrom: now.validFrom,
    source: now.source,
    certainty: now.certainty,
    history: rows.map((row) => ({
      id: row.id,
      value: JSON.parse(row.value) as Value,
      validFrom: row.validFrom,
      revision: row.revision,
      source: row.source,
      changedBy:
        row.changedBy === null ? null : (findAccount(db, row.changedBy)?.displayName ?? ''),
      changedAt: row.createdAt,
    })),
  }
}
type Value = z.output<typeof settingValueSchema>

/** A mask and what stands in it are judged together: only both say what a number looks like. */
function numberProblem(db: Db, key: SettingKey, value: unknown, date: string) {
  const asked = (own: SettingKey) => String(own === key ? value : settingValue(db, own, date))
  const year = Number(date.slice(0, 4))
  const ofContracts: SettingKey[] = [
    'contractNumberMask',
    'contractNumberPrefix',
    'contractNumberIndex',
  ]
  if (!ofContracts.includes(key) && settingCatalogue[key].unit !== 'numberMask') return undefined
  const problem = ofContracts.includes(key)
    ? maskProblem(asked('contractNumberMask'), {
        year,
        prefix: asked('contractNumberPrefix'),
        index: asked('contractNumberIndex'),
      })
    : maskProblem(asked(key), { year })
  return problem && { ...problem, path: ['value'] }
}

/** Rules that the law or the office changes, dated: a value is added, never overwritten. */
export default {
  list: read(
    {
      permission: 'settings.manage',
      audit: 'none',
      input: z.object({ group: z.enum(settingGroups) }),
    },
    ({ db, input, today }) =>
      settingKeys.filter((key) => groupOf[key] === input.group).map((key) => shown(db, key, today)),
  ),

  /**
   * Adds a value from today on or from a later day; what has been is locked. A second value from
   * the same day is a correction and stands beside the first.
   */
  add: action(
    {
      permission: 'settings.manage',
      audit: 'setting.changed',
      subject: 'setting',
      input: z.object({
        key: z.string().max(60),
        value: settingValueSchema,
        validFrom: civilDateSchema,
        source: textField(300).min(1, 'settingSourceRequired'),
      }),
    },
    ({ input, tx, audit, actor, now, today }) => {
      const checked = checkSetting(input.key, input.value)
      demand(checked)
      if (input.validFrom < today)
        throw ruleError([
          { code: 'settingInPast', path: ['validFrom'], params: { todayDate: today } },
        ])
      const key = input.key as SettingKey
      demand(verdict([numberProblem(tx, key, checked.value, input.validFrom)]))
      const before = shown(tx, key, input.validFrom).value
      addSetting(tx, {
        key,
        value: checked.value,
        validFrom: input.validFrom,
        source: input.source,
        certainty: 'P',
        changedBy: actor.accountId,
        now,
      })
      const { value, validFrom } = { value: checked.value, validFrom: input.validFrom }
      audit({ subjectId: key, payload: { from: before, to: value, validFrom } })
      return { key, validFrom }
    },
  ),
}
