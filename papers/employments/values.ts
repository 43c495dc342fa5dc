import type { MergeValues } from '#domain/papers/merge.ts'
import type { PaperReference, PersonFacts, ProviderFacts } from '#domain/papers/parties.ts'
import { providerSlots } from '#domain/papers/signatures.ts'
import {
  formatDate,
  formatHoursText,
  formatMoneyOfficial,
  formatRegistryNumber,
} from '#domain/text/format.ts'
import { formatPhone } from '#domain/text/format-person.ts'
import { hoursInWords, integerInWords } from '#domain/text/words.ts'
import type { SideData } from '#papers/layout-data.ts'
import { slotData } from '../kit/signatures.ts'
import { addressText, idCardText, identifierText } from '../kit/words.ts'

interface Parties extends PaperReference {
  place: string
  provider: ProviderFacts
  employee: PersonFacts
}

/** „4 ч. (четири часа)“ */
export const hoursOfficial = (minutes: number) =>
  `${formatHoursText(minutes)} (${hoursInWords(minutes)})`

/** A week of five such days. */
export const weekOf = (minutesPerDay: number) => formatHoursText(minutesPerDay * 5)

export const money = formatMoneyOfficial

/** „3 месеца“, „1 месец“ */
export const monthsText = (months: number) =>
  `${String(months)}\u00a0${months === 1 ? 'месец' : 'месеца'}`

/** „проект „Грижа в село“, договор № BG05…“ */
export const projectText = (name: string, contractNumber: string | null) =>
  [`проект „${name}“`, ...(contractNumber === null ? [] : [`договор № ${contractNumber}`])].join(
    ', ',
  )

export const copiesText = (copies: number) => integerInWords(copies, 'masculine')

/** Fields and facts that every paper of an employment has. */
export function employmentParties(facts: Parties): MergeValues {
  const { provider, employee } = facts
  const { signatory } = provider
  return {
    fields: {
      place: facts.place,
      'paper.number': facts.number,
      'paper.date': facts.date === null ? null : formatDate(facts.date),
      'provider.municipality': provider.municipality,
      'provider.eik': provider.eik,
      'provider.address': provider.address,
      'provider.office': provider.officeName,
      'signatory.name': signatory.name,
      'signatory.position': signatory.position,
      'signatory.authorisation':
        signatory.authorisation === null
          ? null
          : `въз основа на заповед ${formatRegistryNumber(signatory.authorisation.number, signatory.authorisation.date)}`,
      'employee.name': employee.fullName,
      'employee.identifier': identifierText(employee.identifierKind, employee.identifier),
      'employee.idCard': idCardText(employee.idCard),
      'employee.address': employee.permanentAddress ?? addressText(employee),
      'employee.phone': employee.phone === null ? null : formatPhone(employee.phone),
    },
    facts: { signatory: signatory.authorisation === null ? 'mayor' : 'authorised' },
    sexes: { 'employee.sex': employee.sex },
  }
}

/** The municipality and the person, each under its own word. */
export function employmentSides(
  { provider, employee }: Pick<Parties, 'provider' | 'employee'>,
  isCivil: boolean,
): SideData[] {
  return [
    {
      heading: isCivil ? 'ЗА ВЪЗЛОЖИТЕЛЯ:' : 'ЗА РАБОТОДАТЕЛЯ:',
      slots: providerSlots(provider).map((slot) => slotData(slot, provider.municipality)),
    },
    {
      heading: isCivil ? 'ИЗПЪЛНИТЕЛ:' : 'СЛУЖИТЕЛ:',
      slots: [slotData({ role: 'person', name: employee.fullName })],
    },
  ]
}

/** An order is the mayor's alone; the person signs that it was received. */
export function orderSides(of: Pick<Parties, 'provider' | 'employee'>): SideData[] {
  return [
    {
      heading: 'ИЗДАЛ ЗАПОВЕДТА:',
      // An order is the mayor's alone, also where contracts have a second signature.
      slots: providerSlots({ ...of.provider, chiefAccountant: null }).map((slot) =>
        slotData(slot, of.provider.municipality),
      ),
    },
    {
      heading: 'ПОЛУЧИХ ЕКЗЕМПЛЯР:',
      slots: [slotData({ role: 'person', name: of.employee.fullName })],
    },
  ]
}
