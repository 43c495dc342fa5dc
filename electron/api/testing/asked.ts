import { lists } from '#domain/lists/register.ts'
import { waitingKinds } from '../waiting-kinds.ts'
import { sampleOf, type Known } from './hostile.ts'
import type { Found } from './procedures.ts'

type Rows = (sql: string) => Record<string, string>[]

/** What a question can name: one person with everything that the office knows of them. */
export function recordsOf(rows: Rows, personId: string): Known {
  const of = (table: string) =>
    rows(`select id from ${table} where person_id = '${personId}' order by rowid desc limit 1`)[0]
      ?.id
  const person = rows(`select * from persons where id = '${personId}'`)[0]
  const paper = rows(`select id, number, kind from papers where person_id = '${personId}'`)[0]
  return {
    personId,
    ids: personId,
    applicationId: of('applications'),
    candidacyId: of('candidacies'),
    assessmentId: of('assessments'),
    planId: of('support_plans'),
    contractId: of('contracts'),
    representativeId: of('representatives'),
    telkDecisionId: of('telk_decisions'),
    paperId: paper?.id,
    number: paper?.number,
    kind: paper?.kind,
    firstName: person?.first_name,
    lastName: person?.last_name,
    birthDate: person?.birth_date,
    idKind: person?.id_kind,
    idNumber: person?.id_number,
    limit: 50,
    offset: 0,
  }
}

/** `id` is the record of the concept that is asked, or of this very question. */
const ownId: Readonly<Record<string, string>> = {
  people: 'personId',
  applications: 'applicationId',
  candidates: 'candidacyId',
  assessments: 'assessmentId',
  plans: 'planId',
  contracts: 'contractId',
  papers: 'paperId',
  'people.editRepresentative': 'representativeId',
  'people.editTelkDecision': 'telkDecisionId',
}

/** Where a sample of the schema asks for nothing that is there. */
const questions: Readonly<Record<string, (known: Known) => object[]>> = {
  'people.search': () => [{ text: 'а' }, { text: 'ма' }],
  ...Object.fromEntries(
    Object.keys(lists).map((list) => [`${list}.list`, () => [{ offset: 0, limit: 50 }]]),
  ),
  'applications.pile': () => [{ question: {}, to: null }],
  'today.list': () => waitingKinds.map(({ kind }) => ({ kind })),
}

/** What the procedure can be asked about these records. */
export function questionsAbout(
  known: Known,
  { name, input }: Pick<Found, 'name' | 'input'>,
): readonly unknown[] {
  const [concept = ''] = name.split('.')
  const own = { ...known, id: known[ownId[name] ?? ownId[concept] ?? ''] }
  return questions[name]?.(own) ?? [sampleOf(input, own)]
}
