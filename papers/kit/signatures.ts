import type { ProviderFacts, RepresentativeFacts, SigningFacts } from '#domain/papers/parties.ts'
import {
  personSlots,
  providerSlots,
  type SignatureRole,
  type SignatureSlot,
} from '#domain/papers/signatures.ts'
import { formatRegistryNumber } from '#domain/text/format.ts'
import type { SideData, SlotData } from '#papers/layout-data.ts'
import { documentText, sentenceCase } from './words.ts'

const captions: Record<SignatureRole, string> = {
  mayor: '',
  authorised: '',
  chiefAccountant: 'Главен счетоводител',
  headOfService: 'Ръководител на услугата',
  approver: 'Одобрил',
  coordinator: '',
  preparedBy: 'Изготвил',
  caseManager: 'Отговорен за случая',
  teamMember: '',
  person: 'Подписва лично',
  parentFor: 'Родител – подписва от името на лицето',
  guardianFor: 'Настойник – подписва от името на лицето',
  curatorWith: 'Попечител – подписва заедно с лицето',
  proxyFor: 'Пълномощник – подписва от името на лицето',
  thumbprint: 'Лице, което не може да се подпише',
  witness: 'Свидетел',
}

/** „кмет на Община Примерна“; a title that names a municipality itself stays as it is. */
function ofMunicipality(position: string, municipality: string): string {
  const named = /(?:^|\s)община(?:\s|$)/iu.test(position)
  return [position, named ? '' : municipality].filter(Boolean).join(' на ')
}

export function slotData(slot: SignatureSlot, municipality?: string): SlotData {
  const lines: string[] = []
  let caption = captions[slot.role]
  if (slot.role === 'mayor' || slot.role === 'authorised')
    caption = sentenceCase(ofMunicipality(slot.position ?? '', municipality ?? ''))
  else if (slot.position) {
    if (caption === '') caption = sentenceCase(slot.position)
    else lines.push(slot.position)
  }
  if (slot.witnessNumber !== undefined) {
    caption = `${caption} ${String(slot.witnessNumber)}`
    lines.push(slot.identifier ? `ЕГН ${slot.identifier}` : 'ЕГН ..............................')
  }
  if (slot.authorisation)
    lines.push(
      `по заповед ${formatRegistryNumber(slot.authorisation.number, slot.authorisation.date)}`,
    )
  if (slot.document) lines.push(documentText(slot.document))
  const thumb = slot.role === 'thumbprint'
  const seal = slot.role === 'mayor' || slot.role === 'authorised'
  return {
    caption,
    lines,
    name: slot.name,
    hint: thumb ? 'отпечатък от десния палец' : seal ? '(подпис и печат)' : '(подпис)',
    thumb,
  }
}

/** The multidisciplinary team, each under the position held in it. */
export const teamSlots = (team: readonly { name: string; position: string }[]): SlotData[] =>
  team.map(({ name, position }) => slotData({ role: 'teamMember', name, position }))

/** The two sides under a contract: ЗА ДОСТАВЧИКА and ПОТРЕБИТЕЛ. */
export function contractSides(facts: {
  provider: ProviderFacts
  person: { fullName: string }
  representative: RepresentativeFacts | null
  signing: SigningFacts
}): SideData[] {
  return [
    {
      heading: 'ЗА ДОСТАВЧИКА:',
      slots: providerSlots(facts.provider).map((s) => slotData(s, facts.provider.municipality)),
    },
    {
      heading: signsAlone(facts.signing) ? 'ПОТРЕБИТЕЛ:' : 'ЗА ПОТРЕБИТЕЛЯ:',
      slots: personSide(facts),
    },
  ]
}

/** Whether the person's own hand is under the paper. */
function signsAlone(signing: SigningFacts): boolean {
  return signing.mode !== 'guardianFor' && signing.mode !== 'proxyFor'
}

function personSide(facts: {
  person: { fullName: string }
  representative: RepresentativeFacts | null
  signing: SigningFacts
}): SlotData[] {
  return personSlots(facts.person.fullName, facts.representative, facts.signing).map((slot) => {
    const data = slotData(slot)
    if (slot.role === 'curatorWith' && facts.representative?.quality === 'parent')
      return { ...data, caption: 'Родител – подписва заедно с лицето' }
    return slot.forName !== undefined && slot.role !== 'curatorWith'
      ? { ...data, lines: [`за ${slot.forName}`, ...data.lines] }
      : data
  })
}

/** The two sides under a plan or an assessment: the person, and the service. */
export function serviceSides(
  facts: {
    person: { fullName: string }
    representative: RepresentativeFacts | null
    signing: SigningFacts
  },
  service: SignatureSlot[],
): SideData[] {
  return [
    { heading: signsAlone(facts.signing) ? 'ЛИЦЕ:' : 'ЗА ЛИЦЕТО:', slots: personSide(facts) },
    { heading: 'ЗА УСЛУГАТА:', slots: service.map((s) => slotData(s)) },
  ]
}

/** Under a record of what could not be done: who saw it, and the service. */
export function witnessSides(witness: string, service: SignatureSlot[]): SideData[] {
  return [
    { heading: 'СВИДЕТЕЛ:', slots: [slotData({ role: 'witness', name: witness })] },
    { heading: 'ЗА УСЛУГАТА:', slots: service.map((s) => slotData(s)) },
  ]
}
