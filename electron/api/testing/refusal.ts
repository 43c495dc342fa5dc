import type { Problem } from '#domain/problems/schema.ts'

/** What a refused call answers: a code, the problems where a rule refused, and who was quicker with what. */
export interface Refusal {
  code: string
  data: Record<string, unknown> & {
    problems?: Problem[]
    changedBy?: string
    theirs?: Record<string, unknown>
  }
}

/** The refusal of a call; throws where it was not refused. */
export const refusal = (work: Promise<unknown>): Promise<Refusal> =>
  work.then(
    () => {
      throw new Error('was not refused')
    },
    (error: unknown) => error as Refusal,
  )

/** The codes of its problems. */
export const codesOf = ({ data }: Refusal) => data.problems?.map(({ code }) => code)

/** The codes with the fields that they stand at. */
export const codesAt = ({ data }: Refusal) =>
  data.problems?.map(({ code, path }) => [code, path?.join('.')])
