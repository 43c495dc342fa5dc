import type { ApiClient } from '#renderer/shell/client.ts'

type Assignments = ApiClient['assignments']

/** Who helps by one application. */
export type OneCase = Awaited<ReturnType<Assignments['ofCase']>>
export type Line = OneCase['assignments'][number]
export type ChoiceLine = OneCase['choices'][number]
export type KeyLine = OneCase['keys'][number]
/** The pool beside a person. */
export type Pool = Awaited<ReturnType<Assignments['choice']>>
export type OfferLine = Pool['offers'][number]
/** Whom a contract leaves when it ends. */
export type Left = Awaited<ReturnType<Assignments['leftWithout']>>
export type LeftLine = Left['people'][number]
/** Both sides of a dossier. */
export type BothSides = Awaited<ReturnType<Assignments['ofPerson']>>
