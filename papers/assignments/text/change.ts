import type { StandardText } from '#domain/papers/standard-text.ts'

/** Съобщение за смяна на асистент: one paper for the person, for who leaves and for who comes. */
export const assignmentChangeText: StandardText = {
  id: 'assignment-change',
  name: 'Съобщение за смяна на асистент',
  catalogue: 'assignment',
  version: 1,
  validFrom: '2026-12-01',
  title: 'СЪОБЩЕНИЕ № {paper.number}/{paper.date}',
  subtitle: 'за смяна на асистент по заявление с вх. {basis.application}',
  preamble: [
    {
      text: 'До {client.name}, {client.identifier}, до {change.leaving} и до {change.coming}.',
    },
    {
      when: { fact: 'role', is: ['titular'] },
      text: 'Считано от {change.from}, асистент на {client.name} за услугата „{service}“ е {change.coming}, {change.comingContract}, с {change.hours} на месец.',
    },
    {
      when: { fact: 'role', is: ['substitute'] },
      text: 'Считано от {change.from}, заместник на асистента на {client.name} за услугата „{service}“ е {change.coming}, {change.comingContract}, до {change.hours} на месец.',
    },
    {
      when: { fact: 'term', is: ['set'] },
      text: 'Възлагането е до {change.to}.',
    },
    {
      text: 'Последен ден, в който помага {change.leaving}, {change.leavingContract}: {change.lastDay}.',
    },
    { text: 'Причина за смяната: {change.reason}' },
    {
      text: 'Ключовете от дома на лицето, получени от {change.leaving}, се връщат в {provider.office} срещу подпис.',
    },
  ],
  sections: [],
  closing: [
    { text: 'Екземпляр от съобщението получават лицето и двамата асистенти срещу подпис.' },
  ],
}
