import type { CatalogueEntry } from './catalogue.ts'

const nkpd = 'Национална класификация на професиите и длъжностите, 2011 г.'

interface Shipped {
  id: string
  name: string
  code: string | null
  givesHelp?: true
  duties: readonly string[]
}

const withPeople = [
  'пази достойнството и личните данни на лицата, с които работи;',
  'води отчета си всеки ден и го предава в срок;',
  'съобщава веднага за промяна в състоянието или обстоятелствата на лицето.',
]

const inHomes = [
  'помага за личната хигиена, обличането, храненето и придвижването;',
  'придружава лицето извън дома – при лекар, в учреждения и при срещи;',
  'помага за домакинството и за спазването на назначеното лечение;',
  ...withPeople,
]

/** The positions of a Center; the office changes them and adds its own. */
const shipped: readonly Shipped[] = [
  { id: 'personalAssistant', name: 'личен асистент', code: '53221002', givesHelp: true, duties: inHomes },
  { id: 'socialAssistant', name: 'социален асистент', code: '53221003', givesHelp: true, duties: inHomes },
  { id: 'homeHelper', name: 'домашен помощник', code: null, givesHelp: true, duties: ['чисти, пере, пазарува и готви в дома на лицето;', 'носи храна, лекарства и материали от първа необходимост;', ...withPeople] },
  { id: 'socialWorker', name: 'социален работник', code: '26356002', duties: ['оценява потребностите и изготвя индивидуалните планове;', 'води случаите, за които отговаря, и пази досиетата;', ...withPeople] },
  { id: 'psychologist', name: 'психолог', code: '26346001', duties: ['дава психологическа подкрепа на лицата и близките им;', 'участва в оценките и супервизира асистентите;', ...withPeople] },
  { id: 'physiotherapist', name: 'кинезитерапевт', code: '22646004', duties: ['прави рехабилитация в дома и в Центъра по назначение;', 'учи асистентите на безопасно преместване;', ...withPeople] },
  { id: 'nurse', name: 'медицинска сестра', code: '22215002', duties: ['следи здравето на лицата и изпълнява назначенията на лекаря;', 'обучава асистентите на първа помощ;', ...withPeople] },
  { id: 'mediator', name: 'медиатор', code: null, duties: ['свързва лицата с институциите и ги придружава до тях;', 'помага при спор между лице и асистент;', ...withPeople] },
  { id: 'driver', name: 'шофьор', code: '83222002', duties: ['превозва лица и служители по заявките на Центъра;', 'помага при качване и слизане, включително на инвалидна количка;', 'води пътните листове и следи изправността на автомобила.'] },
  { id: 'coordinator', name: 'координатор', code: '34123009', duties: ['съставя графиците и намира заместници;', 'приема и проверява месечните отчети;', ...withPeople] },
] // prettier-ignore

export const shippedPositions: readonly CatalogueEntry[] = shipped.map((one) => ({
  part: 'position',
  kind: null,
  id: one.id,
  name: one.name,
  code: one.code,
  givesHelp: one.givesHelp ?? false,
  duties: one.duties.join('\n'),
  source: one.code === null ? null : nkpd,
  validFrom: null,
  validTo: null,
  // The codes are read in a copy of the classification; that they hold in 2026 was not seen.
  certainty: one.code === null ? 'P' : 'U',
}))
