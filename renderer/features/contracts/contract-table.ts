import type { ContractInput } from '#domain/contracts/schema.ts'
import { signingModes } from '#domain/papers/parties.ts'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'

/** What is written in a contract, in the order of the paper. */
export const contractFields = fieldsFor<ContractInput>().table('contracts', {
  term: [
    { name: 'contractDate', kind: 'date' },
    { name: 'place', kind: 'text', max: 200, hint: true, beside: true },
    { name: 'startDate', kind: 'date' },
    { name: 'endDate', kind: 'date', beside: true },
  ],
  signing: [{ name: 'signingMode', kind: 'choice', options: signingModes }],
  copies: [
    { name: 'copies', kind: 'number', min: 1, max: 10, decimals: 0, width: 'short' },
    { name: 'accountantSigns', kind: 'tick', passBy: true, beside: true },
  ],
  place: [{ name: 'placeOfService', kind: 'text', max: 200 }],
  manager: [
    { name: 'caseManagerName', kind: 'text', max: 200 },
    { name: 'caseManagerPosition', kind: 'text', max: 200, beside: true },
    {
      name: 'caseManagerPhone',
      kind: 'text',
      max: 40,
      inputMode: 'tel',
      width: 'short',
      passBy: true,
      optional: 'quiet',
    },
  ],
  fee: [
    { name: 'feeMonthlyCents', kind: 'money', width: 'short' },
    { name: 'feeBasisText', kind: 'area', max: 500, hint: true },
  ],
})

export type ContractFieldName = (typeof contractFields.rows)[number]['name']
