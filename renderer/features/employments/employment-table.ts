import {
  employmentKinds,
  legalGrounds,
  payUnits,
  type EmploymentForm,
} from '#domain/employments/schema.ts'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'

const isLabour = ({ kind }: EmploymentForm) => kind === 'labour'
const hasTask = ({ kind, legalGround }: EmploymentForm) =>
  kind === 'civil' || legalGround === 'untilDone'

/** What is written in a labour or civil contract, in the order of the paper. */
export const employmentFields = fieldsFor<EmploymentForm>().table('employments', {
  kind: [
    { name: 'kind', kind: 'choice', options: employmentKinds, as: 'radio' },
    { name: 'legalGround', kind: 'choice', options: legalGrounds },
  ],
  work: [
    { name: 'task', kind: 'area', max: 1000, hint: true, when: hasTask },
    { name: 'placeOfWork', kind: 'text', max: 300, hint: true },
    { name: 'programme', kind: 'text', max: 300, hint: true, optional: true, passBy: true },
    { name: 'education', kind: 'text', max: 200, hint: true, optional: true },
  ],
  term: [
    { name: 'contractDate', kind: 'date' },
    { name: 'startDate', kind: 'date', beside: true },
    { name: 'endDate', kind: 'date', hint: true, optional: true },
    {
      name: 'probationMonths',
      kind: 'number',
      min: 1,
      max: 24,
      hint: true,
      optional: true,
      passBy: true,
      when: isLabour,
    },
  ],
  time: [
    { name: 'minutesPerDay', kind: 'hours', hint: true, width: 'short' },
    {
      name: 'otherMinutesPerDay',
      kind: 'hours',
      hint: true,
      width: 'short',
      passBy: true,
      beside: true,
    },
    { name: 'schedule', kind: 'text', max: 160, hint: true, optional: true },
    {
      name: 'averagingMonths',
      kind: 'number',
      min: 1,
      max: 12,
      hint: true,
      optional: true,
      width: 'short',
    },
    { name: 'leaveDays', kind: 'number', min: 0, max: 100, width: 'short' },
    { name: 'noticeDays', kind: 'number', min: 0, max: 365, width: 'short', beside: true },
  ],
  pay: [
    {
      name: 'basePayCents',
      kind: 'money',
      hint: true,
      width: 'short',
      may: 'employments.readPay',
    },
    {
      name: 'payUnit',
      kind: 'choice',
      options: payUnits,
      as: 'radio',
      may: 'employments.readPay',
    },
  ],
  signing: [
    { name: 'place', kind: 'text', max: 200, hint: true },
    { name: 'copies', kind: 'number', min: 1, max: 10, decimals: 0, width: 'short', passBy: true },
    { name: 'accountantSigns', kind: 'tick', passBy: true, beside: true },
  ],
})
