import { letterProblems, rowKey, type LetterRow } from '#domain/letters/rules.ts'
import { letterOrderSchema, type LetterOrder } from '#domain/letters/schema.ts'
import type { Database, Db } from '#db/connection.ts'
import { newId } from '#db/ids.ts'
import { insertLetter, lettersAbout } from '#db/queries/letters.ts'
import { currentPaperOf } from '#db/queries/papers.ts'
import { ruleError } from '../kernel/faults.ts'
import { freezeAnew } from '../kernel/freezing.ts'
import type { Call } from '../kernel/gate.ts'
import { job } from '../kernel/long-work.ts'
import { addressOfLetter, letterPaper, type LetterOfDay } from './facts.ts'
import { letterPapers } from './paper-kind.ts'
import { isReachable, plannedLetters } from './pile.ts'

/** How far the pile is, with the papers that came into it since the last word. */
interface LettersMessage {
  kind: 'progress' | 'done'
  done: number
  total: number
  papers: { id: string; version: number; number: string }[]
}

/**
 * „Писма…“: a letter a person, each frozen, numbered and written down in a transaction of its own, so that
 * what was stopped or killed in the middle is whole as far as it came. The same asked again on the same day
 * writes what is missing and hands over all of it. Throws RULE.
 */
export const writeLetters = job(
  { permission: 'letters.write', audit: 'letter.issued', input: letterOrderSchema },
  async function* (call): AsyncGenerator<LettersMessage, void, void> {
    const { input, database } = call
    const problems = letterProblems(input, call.today)
    if (problems.length > 0) throw ruleError(problems)
    const db = database.orm
    const typed = new Map(input.addresses.map(({ personId, address }) => [personId, address]))
    const letters = plannedLetters({ ...call, db }, input)
      // Whom the post does not find is left out; what was written to them today stays in the pile.
      .map((one) => (typed.has(one.personId) || isReachable(db, one) ? one : { ...one, rows: [] }))
      .filter(({ rows, there }) => rows.length + there.length > 0)
    const total = letters.length
    if (total === 0) throw ruleError([{ code: 'lettersNobody' }])
    yield { kind: 'progress', done: 0, total, papers: [] }
    for (const [index, { personId, rows, there }] of letters.entries()) {
      const { date, answerBy } = input
      const address = typed.get(personId) ?? null
      if (rows.length > 0) await written(call, { personId, rows, date, answerBy, address })
      const papers = papersOfDay(db, [...there, ...rows], date)
      yield { kind: 'progress', done: index + 1, total, papers }
    }
    yield { kind: 'done', done: total, total, papers: [] }
  },
)

type Writing = Call & { input: LetterOrder; database: Database }

/** One letter, unless a colleague has written of all of it meanwhile. */
function written(call: Writing, letter: LetterOfDay) {
  const id = newId()
  const { personId, date, answerBy } = letter
  return freezeAnew(call, letterPapers, 'letter.issued', (db) => {
    const known = toldOn(db, letter.rows, date)
    const rows = letter.rows.filter((row) => !known.has(rowKey(row)))
    if (rows.length === 0) return undefined
    const fresh = { ...letter, rows }
    return {
      ...{ id, personId, date },
      build: (number) => letterPaper(db, fresh, number),
      written: (tx, { number, paperId }) => {
        const address = addressOfLetter(tx, fresh)
        insertLetter(
          tx,
          {
            ...{ id, personId, number, letterDate: date, answerBy, address },
            ...{ writtenAt: call.office.now(), writtenBy: call.actor.accountId },
          },
          rows,
        )
        return { number, paperId, kinds: rows.map(({ kind }) => kind) }
      },
    }
  })
}

/** Letters of this day about these, by what they are about. */
function toldOn(db: Db, rows: readonly LetterRow[], date: string): ReadonlyMap<string, string> {
  const known = lettersAbout(
    db,
    rows.map(({ subjectId }) => subjectId),
  )
  return new Map(
    rows.flatMap((row) => {
      const letter = known.get(rowKey(row))?.find((one) => one.date === date)
      return letter ? [[rowKey(row), letter.letterId] as const] : []
    }),
  )
}

/** The papers of one person in the pile: of this run, and of one that was stopped. */
function papersOfDay(db: Db, rows: readonly LetterRow[], date: string): LettersMessage['papers'] {
  const letterIds = new Set(toldOn(db, rows, date).values())
  return [...letterIds].flatMap((id) => {
    const paper = currentPaperOf(db, { kind: letterPapers.kind, id })
    return paper ? [{ id: paper.id, version: paper.version, number: paper.number }] : []
  })
}
