import type { StandardText } from '#domain/papers/standard-text.ts'

/**
 * What is written when nobody could be assessed: no assessment was made, so nothing is assessed and
 * the person signs nothing. The team and the witness do.
 */
export const assessmentNotCarriedOut: StandardText = {
  id: 'assessment-not-carried-out',
  name: 'Протокол за неизвършена оценка',
  catalogue: 'assessment',
  version: 1,
  validFrom: '2026-12-01',
  title: 'ПРОТОКОЛ ЗА НЕИЗВЪРШЕНА ОЦЕНКА',
  subtitle: 'на потребностите от социална услуга „{service}“',
  preamble: [
    {
      when: { fact: 'outcome', is: ['refused'] },
      text: 'По заявление с вх. {basis.application} мултидисциплинарен екип, определен от ръководителя на услугата по чл. 80, ал. 2 от Закона за социалните услуги, посети лицето за индивидуална оценка на потребностите му. При посещението лицето отказа да бъде оценено.',
    },
    {
      when: { fact: 'outcome', is: ['notFound'] },
      text: 'По заявление с вх. {basis.application} мултидисциплинарен екип, определен от ръководителя на услугата по чл. 80, ал. 2 от Закона за социалните услуги, посети адреса на лицето за индивидуална оценка на потребностите му. При посещението лицето не беше открито на адреса.',
    },
  ],
  sections: [],
  closing: [
    {
      text: 'Протоколът се състави в присъствието на свидетел, който удостоверява с подписа си отразеното в него.',
    },
  ],
}
