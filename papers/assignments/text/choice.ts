import type { StandardText } from '#domain/papers/standard-text.ts'

/** Протокол за избор на асистент: the decision of the person, and why a wish was not kept. */
export const assistantChoiceText: StandardText = {
  id: 'assistant-choice',
  name: 'Протокол за избор на асистент',
  catalogue: 'assignment',
  version: 1,
  validFrom: '2026-12-01',
  title: 'ПРОТОКОЛ № {paper.number}/{paper.date}',
  subtitle: 'за избор на асистент по заявление с вх. {basis.application}',
  preamble: [
    {
      text: 'На {paper.date} в {place} {client.name}, {client.identifier}, се запозна с предложените асистенти за услугата „{service}“ и с доводите за и против всеки от тях и направи своя избор.',
    },
    {
      when: { fact: 'representative', is: ['parent', 'guardian', 'curator', 'proxy'] },
      text: 'При избора участва и {representative.word} {representative.name}.',
    },
    { when: { fact: 'wish', is: ['told'] }, text: 'Пожелан асистент: {choice.wish}.' },
    {
      when: { fact: 'wish', is: ['asked'] },
      text: 'Лицето не посочи асистент и поиска помощ при избора.',
    },
    {
      when: { fact: 'honoured', is: ['no'] },
      text: 'Желанието не се изпълнява по следната причина: {choice.wishReason}',
    },
    { text: 'Избран асистент: {choice.chosen}, {choice.chosenContract}.' },
    {
      when: { fact: 'substitute', is: ['named'] },
      text: 'Избран заместник: {choice.substitute}, {choice.substituteContract}.',
    },
    { when: { fact: 'substitute', is: ['none'] }, text: 'Заместник не е избран.' },
    {
      when: { fact: 'statement', is: ['told'] },
      text: 'Изявление на лицето: {choice.statement}',
    },
    { text: 'Присъстваха:' },
  ],
  sections: [],
  closing: [
    {
      text: 'Протоколът се състави в два еднообразни екземпляра – за лицето и за {provider.office}.',
    },
  ],
}
