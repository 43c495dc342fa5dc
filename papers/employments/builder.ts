import type { EmploymentFacts } from '#domain/employments/facts.ts'
import { civilGrounds } from '#domain/employments/schema.ts'
import { employmentCatalogue } from '#domain/papers/catalogues.ts'
import { typographyInside } from '#domain/papers/hard-spaces.ts'
import { mergeText, type MergeValues } from '#domain/papers/merge.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { formatDate } from '#domain/text/format.ts'
import type { ContractData } from '#papers/layout-data.ts'
import { frameOf, type Built } from '../kit/frame.ts'
import { referenceOf } from '../kit/words.ts'
import { civilContract } from './text/civil.ts'
import { labourContract } from './text/labour.ts'
import {
  copiesText,
  employmentParties,
  employmentSides,
  hoursOfficial,
  money,
  monthsText,
  weekOf,
} from './values.ts'

const isCivil = ({ legalGround }: EmploymentFacts) =>
  civilGrounds.some((ground) => ground === legalGround)

function values(facts: EmploymentFacts): MergeValues {
  const parties = employmentParties(facts)
  const { position, term, time, pay } = facts
  const { minutesPerDay } = time
  return {
    sexes: parties.sexes,
    fields: {
      ...parties.fields,
      'employee.education': facts.employee.education,
      'position.name': position.name,
      'position.code': position.code,
      programme: facts.programme,
      task: facts.task?.trim().replace(/\.$/, '') ?? null,
      'work.place': facts.placeOfWork.replace(/\.$/, ''),
      'term.start': formatDate(term.startDate),
      'term.end': term.endDate === null ? null : formatDate(term.endDate),
      'term.probation': term.probationMonths === null ? null : monthsText(term.probationMonths),
      'time.day': minutesPerDay === null ? null : hoursOfficial(minutesPerDay),
      'time.week': minutesPerDay === null ? null : weekOf(minutesPerDay),
      'time.averaging': time.averagingMonths === null ? null : monthsText(time.averagingMonths),
      'time.schedule': time.schedule,
      'pay.amount': money(pay.cents),
      'leave.days': facts.leaveDays === null ? null : String(facts.leaveDays),
      'notice.days': facts.noticeDays === null ? null : String(facts.noticeDays),
      copies: copiesText(facts.copies),
    },
    facts: {
      ...parties.facts,
      ground: facts.legalGround,
      contract: isCivil(facts) ? 'civil' : 'labour',
      help: facts.givesHelp ? 'given' : 'none',
      programme: facts.programme === null ? 'none' : 'named',
      probation: term.probationMonths === null ? 'none' : 'set',
      averaging: time.averagingMonths === null ? 'daily' : 'months',
      end: term.endDate === null ? 'open' : 'set',
      payUnit: pay.unit,
    },
  }
}

/** Paper data of a labour or civil contract. */
export function buildEmployment(facts: EmploymentFacts): Built<ContractData> {
  const text = isCivil(facts) ? civilContract : labourContract
  const word = isCivil(facts) ? 'Договор' : 'Трудов договор'
  const { frame, hash, textVersion } = frameOf(facts, text, word, referenceOf(facts))
  return {
    dataHash: hash,
    textVersion,
    documentDate: facts.date ?? facts.term.startDate,
    data: typographyInside<ContractData>({
      frame,
      text: mergeText(text, employmentCatalogue, values(facts)),
      activities: [],
      week: { rows: [], totals: null },
      sides: employmentSides(facts, isCivil(facts)),
      coordinated: [],
      enclosures: [],
    }),
  }
}

const empty = (value: string | null): boolean => value === null || value.trim() === ''

/** What the law needs and the facts lack; the paper is not issued before it is there. */
export function missingForEmployment(facts: EmploymentFacts): Problem[] {
  const { provider, employee } = facts
  const need: [boolean, string[]][] = [
    [empty(facts.place), ['place']],
    [empty(provider.municipality), ['provider', 'municipality']],
    [empty(provider.eik), ['provider', 'eik']],
    [empty(provider.address), ['provider', 'address']],
    [empty(provider.signatory.name), ['provider', 'signatory', 'name']],
    [empty(employee.fullName), ['person', 'fullName']],
    [empty(employee.identifier), ['person', 'identifier']],
    [empty(employee.permanentAddress ?? employee.currentAddress), ['person', 'currentAddress']],
  ]
  return need
    .filter(([isMissing]) => isMissing)
    .map(([, path]): Problem => ({ code: 'paperValueMissing', params: { what: path.join('.') } }))
}

/** What will stand as an empty line, to be filled in by hand; said before the paper is issued. */
export function emptyLinesOfEmployment({ employee }: EmploymentFacts): Problem[] {
  const lines: [boolean, string][] = [
    [employee.idCard === null, 'person.idCard'],
    [empty(employee.education), 'person.education'],
  ]
  return lines
    .filter(([isEmpty]) => isEmpty)
    .map(([, what]) => ({ code: 'paperLineEmpty', params: { what } }))
}
