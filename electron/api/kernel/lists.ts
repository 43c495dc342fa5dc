import { z } from 'zod'
import { can } from '#domain/accounts/permissions.ts'
import type { Role } from '#domain/accounts/roles.ts'
import { columnsFor, questionProblems, rightOfView, viewsFor } from '#domain/lists/ask.ts'
import { cellText } from '#domain/lists/cells.ts'
import { listFileName } from '#domain/lists/file-name.ts'
import { questionWords } from '#domain/lists/question-words.ts'
import type { ListId } from '#domain/lists/register.ts'
import {
  listQuestionSchema,
  listWindowSchema,
  type ListQuestion,
  type ListShape,
  type ListSides,
} from '#domain/lists/shape.ts'
import { appendAudit } from '#db/audit/append.ts'
import type { Database } from '#db/connection.ts'
import { buildList } from '#papers/lists/builder.ts'
import { apiError } from './errors.ts'
import { ruleError } from './faults.ts'
import { handedOver } from './hand-over.ts'
import { askedOf, masked, type AskedList, type ListCall, type ListSource } from './list-source.ts'
import { providerFacts } from './parties.ts'
import type { Call } from './gate.ts'
import { handOut, job } from './long-work.ts'
import { pdfFile } from './printing.ts'
import { read } from './procedures.ts'

/** More rows than these are no list to hold in the hand: the question is to be narrowed. */
const mostOnPaper = 2_000

/**
 * A list as procedures: one window, what stands beside it, the workbook, the paper. Each checks the
 * right and the question, and answers what this role may see.
 */
export function defineList<Row>(shape: ListShape<Row>, source: ListSource<Row>) {
  const { permission, id } = shape
  const notes = shape.ofTheHouse !== true
  const audit = notes ? 'list.opened' : 'none'
  const asked = ({ actor }: Call, question: ListQuestion) =>
    askedQuestion(shape, question, actor.roles)

  return {
    /** One window of the list. */
    list: read(
      {
        permission,
        audit,
        input: listQuestionSchema.extend(listWindowSchema.shape),
      },
      (call) => {
        const { input } = call
        const question = asked(call, input)
        if (notes) call.noteList(id as ListId)
        const { roles } = call.actor
        const at = listCall(call, call.db)
        return {
          rows: source.rows(at, question, input).map((row) => shownRow(row, roles)),
          total: source.count(at, question),
        }
      },
    ),

    /** How many each view holds, and the options of the filters that the office names. */
    views: read({ permission, audit: 'none', input: z.object({}) }, (call): ListSides => {
      const at = listCall(call, call.db)
      const options = Object.entries(source.options ?? {}).map(
        ([key, of]) => [key, of(at)] as const,
      )
      return { counts: countsOf(shape, source, at), options: Object.fromEntries(options) }
    }),

    /**
     * „Изнеси в Excel“: the rows of the question as a file, in pieces. What leaves the house is written
     * down before its first piece goes.
     */
    exportList: job(
      {
        permission,
        audit: 'list.exported',
        input: z.object({
          question: listQuestionSchema,
          language: z.enum(['bg', 'en']),
          format: z.enum(['xlsx', 'json']).default('xlsx'),
        }),
      },
      async function* (call) {
        const { office, actor, input, today } = call
        asked(call, input.question)
        const say = await office.words(input.language)
        const messages = office.exportWorkbook({
          of: 'list',
          list: id as ListId,
          ...input,
          roles: actor.roles,
          accountId: actor.accountId,
          today,
        })
        const numbers = columnsFor(shape, actor.roles).some(({ kind }) => kind === 'idNumber')
        const name = listFileName(say(shape.title), office.now())
        yield* handedOver(messages, `${name}.${input.format}`, (count) => {
          noteLeaving(call, shape.id, 'list.exported', input.question, { count, numbers })
        })
      },
    ),

    /** „Отпечатай списъка“: the same rows as a paper, which is neither numbered nor kept. */
    printList: handOut(
      { permission, audit: 'list.printed', input: z.object({ question: listQuestionSchema }) },
      async (call) => {
        const { office, actor, input, now, today, database } = call
        const question = asked(call, input.question)
        const at = listCall(call, database.orm)
        const count = source.count(at, question)
        if (count > mostOnPaper)
          throw ruleError([{ code: 'listTooLong', params: { count, most: mostOnPaper } }])
        // Papers are Bulgarian.
        const say = await office.words('bg')
        const columns = columnsFor(shape, actor.roles)
        const rows = source.rows(at, question, { offset: 0, limit: mostOnPaper })
        const { data, documentDate } = buildList({
          provider: providerFacts(database.orm, { chiefAccountant: false }),
          title: say(shape.title),
          said: questionWords(shape, input.question, say),
          count: say(shape.count, { count: rows.length }),
          printedAt: now,
          printedOn: today,
          printedBy: actor.displayName,
          columns: columns.map(({ label, kind, align, width }) => ({
            title: say(label),
            kind,
            end: align === 'end',
            width: width ?? null,
          })),
          rows: rows.map((row) => columns.map((column) => cellText(column, row, { today }, say))),
        })
        const { pdf } = await office.papers.render({ layout: 'list', data, documentDate })
        return { pdf, count: rows.length, name: listFileName(say(shape.title), now) }
      },
      (call) => {
        const { pdf, count, name } = call.made
        noteLeaving(call, shape.id, 'list.printed', call.input.question, { count })
        return pdfFile(pdf, name)
      },
    ),
  }
}

/** Throws RULE for a view, a filter or an order that the list has not, FORBIDDEN for another's view. */
export function askedQuestion<Row>(
  shape: ListShape<Row>,
  question: ListQuestion,
  roles: readonly Role[],
): AskedList {
  const problems = questionProblems(shape, question, roles)
  if (problems.length > 0) throw ruleError(problems)
  const right = rightOfView(shape, question.view)
  if (right && !can(roles, right)) throw apiError('FORBIDDEN', { permission: right })
  return askedOf(shape, question, roles)
}

const listCall = ({ actor, today }: Call, db: ListCall['db']): ListCall => ({
  db,
  roles: actor.roles,
  accountId: actor.accountId,
  today,
})

/** Rows carry a number of a person as `idNumber`. */
function shownRow<Row>(row: Row, roles: readonly Role[]): Row {
  const { idNumber } = row as { idNumber?: unknown }
  return typeof idNumber === 'string' ? masked({ ...row, idNumber }, { roles }) : row
}

function countsOf<Row>(shape: ListShape<Row>, source: ListSource<Row>, call: ListCall) {
  const views = viewsFor(shape, call.roles)
  const known = source.viewCounts?.(call)
  const count = (view: string) =>
    known ? (known[view] ?? 0) : source.count(call, { view, filters: {}, order: [shape.order] })
  return Object.fromEntries(views.map(({ id }) => [id, count(id)]))
}

function noteLeaving(
  { office, actor, database }: Call & { database: Database },
  list: string,
  action: 'list.exported' | 'list.printed',
  { text, view, filters, chosen }: ListQuestion,
  told: { count: number; numbers?: boolean },
): void {
  database.transaction((tx) => {
    appendAudit(tx, {
      at: office.now(),
      actor: actor.accountId,
      action,
      subjectKind: 'list',
      subjectId: list,
      personId: null,
      payload: { ...told, text, view, filters, selected: chosen !== undefined },
    })
  })
}
