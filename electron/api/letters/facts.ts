import type { LetterRow } from '#domain/letters/rules.ts'
import type { Db } from '#db/connection.ts'
import { buildLetter } from '#papers/letters/builder.ts'
import type { PaperToFreeze } from '../kernel/freezing.ts'
import { personSide, providerFacts } from '../kernel/parties.ts'

export interface LetterOfDay {
  personId: string
  rows: readonly LetterRow[]
  date: string
  answerBy: string | null
  /** Typed; null: the person's own. */
  address: string | null
}

/** Who acts instead of the person; a proxy was not asked to open the person's post. */
const actsFor = ['parent', 'guardian', 'curator']

/** To where the letter goes: what was typed, or where the person lives now. */
export const addressOfLetter = (db: Db, { personId, date, address }: LetterOfDay): string =>
  address ?? personSide(db, personId, date).person.currentAddress

/** The letter as it stands now, with this number. */
export function letterPaper(db: Db, letter: LetterOfDay, number: string): PaperToFreeze {
  const { personId, rows, date, answerBy } = letter
  const { person, representative } = personSide(db, personId, date)
  const { data, documentDate, textVersion, dataHash } = buildLetter({
    ...{ draft: false, number, date, on: date, rows, answerBy },
    provider: providerFacts(db, { chiefAccountant: false }),
    person: { fullName: person.fullName },
    representative:
      representative !== null && actsFor.includes(representative.quality)
        ? { fullName: representative.fullName, quality: representative.quality }
        : null,
    address: addressOfLetter(db, letter),
  })
  return { request: { layout: 'statement', data, documentDate }, textVersion, dataHash }
}
