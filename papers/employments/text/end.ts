import type { StandardText } from '#domain/papers/standard-text.ts'

/** Заповед за прекратяване на трудов или граждански договор. */
export const employmentEnd: StandardText = {
  id: 'employment-end',
  name: 'Заповед за прекратяване',
  catalogue: 'employment',
  version: 1,
  validFrom: '2026-12-01',
  title: 'ЗАПОВЕД № {paper.number}/{paper.date}',
  subtitle: 'за прекратяване на договор {contract.reference}',
  preamble: [
    {
      when: { fact: 'contract', is: ['labour'] },
      text: 'На основание {end.article} – {end.ground} – прекратявам трудовия договор {contract.reference}, сключен между {provider.municipality}, ЕИК по БУЛСТАТ {provider.eik}, и',
    },
    {
      when: { fact: 'contract', is: ['civil'] },
      text: 'На основание {end.article} – {end.ground} – прекратявам гражданския договор {contract.reference}, сключен между {provider.municipality}, ЕИК по БУЛСТАТ {provider.eik}, и',
    },
    { text: '{employee.name}, {employee.identifier}, на длъжност „{position.name}“.' },
    { text: 'Последен ден по договора: {end.on}.' },
    { when: { fact: 'reason', is: ['named'] }, text: 'Мотиви: {end.reason}' },
    {
      when: { fact: 'contract', is: ['labour'] },
      text: 'Да се изплатят дължимите възнаграждения и обезщетения по Кодекса на труда, както следва (вид и размер):',
    },
    { when: { fact: 'contract', is: ['labour'] }, text: '{end.payments}' },
  ],
  sections: [],
  closing: [
    {
      when: { fact: 'contract', is: ['labour'] },
      text: 'Заповедта може да се обжалва по реда на Кодекса на труда пред районния съд. Екземпляр от нея се връчва на {employee.name} срещу подпис.',
    },
    {
      when: { fact: 'contract', is: ['civil'] },
      text: 'Екземпляр от заповедта се връчва на {employee.name} срещу подпис.',
    },
  ],
}
