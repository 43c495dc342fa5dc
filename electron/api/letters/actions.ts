import { z } from 'zod'
import { can } from '#domain/accounts/permissions.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import { mostOfPile } from '#domain/letters/rules.ts'
import { pileQuestionSchema } from '#domain/letters/schema.ts'
import { formatSettlement, formatSurnameFirst } from '#domain/text/format-person.ts'
import type { Db } from '#db/connection.ts'
import { readFile } from '#db/files/store.ts'
import { findPaper } from '#db/queries/papers.ts'
import { getPerson } from '#db/queries/people.ts'
import type { PaperRow } from '#db/schema/papers.ts'
import { lettersName } from '#papers/letters/words.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { buildPileCover } from '#papers/pile/builder.ts'
import { existing } from '../kernel/faults.ts'
import { id } from '../kernel/ids.ts'
import { providerFacts } from '../kernel/parties.ts'
import { pdfFile } from '../kernel/printing.ts'
import { read } from '../kernel/procedures.ts'
import { settingValue } from '../kernel/settings.ts'
import { letterPapers } from './paper-kind.ts'
import { isReachable, plannedLetters } from './pile.ts'
import { writeLetters } from './write.ts'

/** Letters about what ends: looked over, written, printed as one pile. */
export default {
  /** What a selection of „Изтича“ comes to, before anything is written. */
  pile: read(
    { permission: 'letters.write', audit: 'list.opened', input: pileQuestionSchema },
    (call) => {
      const { input, db, noteList } = call
      noteList('expiring')
      const letters = plannedLetters(call, input)
      const fresh = letters.filter(({ rows }) => rows.length > 0)
      return {
        /** To whom a new letter may go, the unreachable among them. */
        fresh: fresh.length,
        /** Of this day already: they come into the pile as they are. */
        there: letters.filter(({ there }) => there.length > 0).length,
        /** Told of everything on another day, and left out. */
        told: letters.filter(({ rows, there }) => rows.length + there.length === 0).length,
        unreachable: fresh
          .filter((one) => !isReachable(db, one))
          .map((one) => ({ personId: one.personId, ...namedPlace(db, one.personId) })),
        answerBy: addDays(input.date, settingValue(db, 'letterAnswerDays', input.date)),
      }
    },
  ),

  write: writeLetters,

  /** The letters one after the other as one file, the cover before them where they are several. */
  pdf: read(
    {
      permission: 'papers.print',
      audit: 'dossier.paperShown',
      input: z.object({
        ids: z.array(id).min(1, 'required').max(mostOfPile, 'tooMany'),
        /** Each letter begins on a sheet of its own: nobody is sent the back of another's. */
        duplex: z.boolean(),
      }),
    },
    async ({ input, db, actor, office, today, noteReading }) => {
      const papers = input.ids.map((one) => letterOf(actor, findPaper(db, one)))
      for (const { personId, id: paperId } of papers)
        noteReading(personId, { kind: 'paper', id: paperId })
      const bytes = papers.map(({ fileId }) =>
        Uint8Array.from(readFile(db, office.filesDir, fileId)),
      )
      const [only] = bytes
      if (only !== undefined && bytes.length === 1) return pdfFile(only, letterPapers.kind)
      const cover = await office.papers.render({ layout: 'pile', ...coverOf(db, papers, today) })
      const title = lettersName
      const pile = await office.papers.assemble([cover.pdf, ...bytes], {
        ...{ title, cover: true, duplex: input.duplex },
      })
      return pdfFile(pile.pdf, letterPapers.kind)
    },
  ),
}

/** The letter, for who may read one; otherwise NOT_FOUND, as if it were not there. */
const letterOf = ({ roles }: Session, paper: PaperRow | undefined): PaperRow =>
  existing(paper?.kind === letterPapers.kind && can(roles, letterPapers.read) ? paper : undefined)

function namedPlace(db: Db, personId: string) {
  const person = existing(getPerson(db, personId))
  return { name: formatSurnameFirst(person), settlement: formatSettlement(person.currentAddress) }
}

function coverOf(db: Db, papers: readonly PaperRow[], date: string) {
  const { data, documentDate } = buildPileCover({
    provider: providerFacts(db, { chiefAccountant: false }),
    ...{ name: lettersName, date, copies: 1 },
    rows: papers.map(({ number, paperDate, personId, pages }) => {
      const { name: person, settlement } = namedPlace(db, personId)
      return { number, date: paperDate, person, settlement, pages }
    }),
  })
  return { data, documentDate }
}
