import { verdict, type Problem, type Verdict } from '#domain/problems/schema.ts'
import { reasonProblem } from '#domain/text/reason.ts'
import { searchWords } from '#domain/text/search.ts'
import type { ConflictDeclaration, ConflictKind } from './schema.ts'

/** What this account said last of this candidate. */
export function declarationOf(
  declarations: readonly ConflictDeclaration[],
  accountId: string,
): ConflictDeclaration | undefined {
  return declarations.findLast((one) => one.accountId === accountId)
}

/** Whoever once declared a relation to the candidate scores nothing of this card. */
export function isRelated(
  declarations: readonly ConflictDeclaration[],
  accountId: string,
): boolean {
  return declarations.some((one) => one.accountId === accountId && one.kind === 'declared')
}

/** May this be declared? A relation is told in words; it is not taken back by the same person. */
export function mayDeclare(asked: {
  kind: ConflictKind
  text: string
  accountId: string
  scorerId: string | null
  declarations: readonly ConflictDeclaration[]
  minReasonLength: number
}): Verdict {
  const { kind, accountId, scorerId, declarations } = asked
  return verdict([
    kind === 'declared' && reasonProblem(asked.text, asked.minReasonLength, 'text'),
    kind === 'none' && isRelated(declarations, accountId) && { code: 'scorerRelated' },
    kind === 'none' && scorerId !== null && scorerId !== accountId && { code: 'scorerIsAnother' },
  ])
}

/** „Петров“ and „Петрова“ are one family name; so is a part of a double one. */
const familyOf = (name: string) =>
  searchWords(name.trim().split(/\s+/).at(-1) ?? '')
    .filter((part) => part.length > 2)
    .map((part) => part.replace(/а$/u, ''))

/** First and last of the names: a middle name may be left out. */
function isSameName(one: string, other: string): boolean {
  const [a, b] = [searchWords(one), searchWords(other)]
  return a.length > 1 && b.length > 1 && a[0] === b[0] && a.at(-1) === b.at(-1)
}

/**
 * What is asked in words before the declaration: a common family name, or that the candidate was named
 * by whoever scores. A question and never a refusal: most people of one name are no relatives.
 */
export function relationDoubts(
  scorer: string,
  candidate: { name: string; namedPerson: string },
): Problem[] {
  const own = familyOf(scorer)
  const shared = familyOf(candidate.name).some((part) => own.includes(part))
  const doubts: Problem[] = []
  if (shared) doubts.push({ code: 'scorerSharesName', params: { name: scorer } })
  if (isSameName(scorer, candidate.namedPerson))
    doubts.push({ code: 'scorerIsNamed', params: { name: scorer } })
  return doubts
}
