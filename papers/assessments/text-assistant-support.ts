import type { StandardText } from '#domain/papers/standard-text.ts'

/** Fixed sentences of the individual needs assessment (ЗСУ, чл. 6 и чл. 80). */
export const assessmentAssistantSupport: StandardText = {
  id: 'assessment-assistant-support',
  name: 'Индивидуална оценка – асистентска подкрепа',
  catalogue: 'assessment',
  version: 2,
  validFrom: '2026-12-01',
  title: 'ИНДИВИДУАЛНА ОЦЕНКА НА ПОТРЕБНОСТИТЕ № {paper.number}/{paper.date}',
  subtitle: 'за социална услуга „{service}“',
  preamble: [
    {
      text: 'Оценката е извършена на основание чл. 80, ал. 1 и 2 от Закона за социалните услуги (ЗСУ) по заявление с вх. {basis.application} от мултидисциплинарен екип, определен от ръководителя на услугата, по {methodology.name}, утвърдена с {methodology.approval}.',
    },
  ],
  sections: [],
  closing: [
    {
      when: { fact: 'ownWish', is: ['recorded'] },
      text: 'Собствено желание на лицето по чл. 91 от ЗСУ: „{ownWish}“.',
    },
    {
      when: { not: { fact: 'signing', is: ['thumbprint'] } },
      text: 'Лицето (представителят му) участва в оценката, запозна се с резултатите от нея и мнението му е отразено по-горе.',
    },
    {
      when: { fact: 'signing', is: ['thumbprint'] },
      text: 'Оценката е прочетена на глас и разяснена на лицето в присъствието на двама свидетели. Лицето не може да се подпише и полага отпечатък от десния си палец, а свидетелите приподписват.',
    },
  ],
}
