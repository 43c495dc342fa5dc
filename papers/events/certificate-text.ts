import type { StandardText } from '#domain/papers/standard-text.ts'

/** Удостоверение за преминато обучение. */
export const eventCertificate: StandardText = {
  id: 'event-certificate',
  name: 'Удостоверение за обучение',
  catalogue: 'event',
  version: 1,
  validFrom: '2026-12-01',
  title: 'УДОСТОВЕРЕНИЕ № {paper.number}/{paper.date}',
  subtitle: 'за преминато обучение',
  preamble: [
    {
      text: '{provider.office} към {provider.municipality} удостоверява, че {participant.name}, {participant.identifier}, премина обучение на тема „{event.topic}“.',
    },
    {
      when: { fact: 'programme', is: ['named'] },
      text: 'Обучението е по програма „{event.programme}“.',
    },
    {
      when: { fact: 'days', is: ['one'] },
      text: 'Обучението е проведено на {event.first} и е с продължителност {event.hours}, от които участникът присъства {event.attended}.',
    },
    {
      when: { fact: 'days', is: ['several'] },
      text: 'Обучението е проведено от {event.first} до {event.last} и е с продължителност {event.hours}, от които участникът присъства {event.attended}.',
    },
    { text: 'Обучител: {event.leader}.' },
  ],
  sections: [],
  closing: [{ text: '{place}' }],
}
