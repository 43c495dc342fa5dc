import { can } from '#domain/accounts/permissions.ts'
import type { Role } from '#domain/accounts/roles.ts'
import type { PaperListRow } from '#domain/papers/list.ts'
import { filedPaperKinds, paperStatuses, type FiledPaperKind } from '#domain/papers/schema.ts'
import { formatSurnameFirst } from '#domain/text/format-person.ts'
import { paperListing } from '#db/queries/papers-list.ts'
import type { AskedList, ListSource } from '../kernel/list-source.ts'
import { filedPapers } from '../paper-kinds.ts'

/** A frozen paper shows what its record shows: who may not read assessments opens no sheet of one. */
export const visibleKinds = ({ roles }: { roles: readonly Role[] }): FiledPaperKind[] =>
  filedPaperKinds.filter((kind) => can(roles, filedPapers[kind].read))

const filterOf = ({ text, view, chosen }: AskedList, roles: readonly Role[]) => {
  const status = paperStatuses.find((one) => one === view)
  return {
    kinds: visibleKinds({ roles }),
    ...(text ? { text } : {}),
    ...(status ? { statuses: [status] } : {}),
    chosen,
  }
}

export const papersSource: ListSource<PaperListRow> = {
  rows: ({ db, roles }, asked, window) =>
    paperListing.rows(db, filterOf(asked, roles), asked.order, window).map((line) => ({
      id: line.id,
      kind: line.kind,
      subjectId: line.subjectId,
      personId: line.personId,
      personName: formatSurnameFirst(line),
      number: line.number,
      paperDate: line.paperDate,
      status: line.status,
      signedOn: line.signedOn,
      printedAt: line.printedAt,
    })),
  count: ({ db, roles }, asked) => paperListing.count(db, filterOf(asked, roles)),
}
