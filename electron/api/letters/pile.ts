import { expiringList } from '#domain/expiring/list.ts'
import {
  isDeliverable,
  letterProblems,
  lettersOf,
  mostOfPile,
  type PlannedLetter,
} from '#domain/letters/rules.ts'
import type { ListQuestion } from '#domain/lists/shape.ts'
import type { Db } from '#db/connection.ts'
import { getPerson } from '#db/queries/people.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { expiringSource } from '../expiring/list.ts'
import { existing, ruleError } from '../kernel/faults.ts'
import { askedQuestion } from '../kernel/lists.ts'

interface AskedPile {
  question: ListQuestion
  date: string
  again: boolean
}

/** The letters that a selection of „Изтича“ comes to on a day, in their order. Throws RULE. */
export function plannedLetters(
  { db, actor, today }: { db: Db; actor: Session; today: string },
  { question, date, again }: AskedPile,
): PlannedLetter[] {
  const problems = letterProblems({ date, answerBy: null }, today)
  if (problems.length > 0) throw ruleError(problems)
  const { accountId, roles } = actor
  const asked = askedQuestion(expiringList, question, roles)
  const call = { db, roles, accountId, today }
  const rows = expiringSource.rows(call, asked, { offset: 0, limit: Infinity })
  const letters = lettersOf(rows, { date, again })
  if (letters.length > mostOfPile)
    throw ruleError([
      { code: 'lettersTooMany', params: { count: letters.length, most: mostOfPile } },
    ])
  return letters
}

/** Whether the post finds the person where they live. */
export const isReachable = (db: Db, { personId }: PlannedLetter): boolean =>
  isDeliverable(existing(getPerson(db, personId)).currentAddress)
