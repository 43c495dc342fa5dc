import { expiringKinds, type ExpiringKind } from '#domain/expiring/list.ts'
import type { StandardText } from '#domain/papers/standard-text.ts'

/** What is asked of whom it ends for. */
const asked: Record<ExpiringKind, string> = {
  telk: 'Когато получите ново решение на ТЕЛК, представете го в службата. Ако вече сте подали документи за преосвидетелстване, съобщете кога и къде.',
  attendance:
    'Когато получите ново решение за чужда помощ, представете го в службата, за да продължи подкрепата.',
  idCard: 'След подмяната на личната карта съобщете в службата номера и датата на новата.',
  representative:
    'Представете документ, с който правата на Вашия представител са продължени, или съобщете кой ще Ви представлява.',
  planReview: 'Служител на службата ще уговори с Вас ден за преглед на индивидуалния план.',
  plan: 'Служител на службата ще уговори с Вас ден за изготвяне на нов индивидуален план.',
  contract:
    'Ако желаете да ползвате услугата и след последния ден на договора, съобщете го в службата преди него.',
  employment: 'Елате в службата, за да уточним договора Ви за работа.',
  probation: 'За резултата от изпитването ще бъдете уведомени в службата.',
  medicalPaper: 'Представете в службата нов медицински документ.',
  trainingDue: 'Служител на службата ще Ви съобщи деня и мястото на следващата среща.',
}

/** Писмо за изтичащи срокове: each kind that is named brings its own request. */
export const letterExpiring: StandardText = {
  id: 'letter-expiring',
  name: 'Писмо за изтичащи срокове',
  catalogue: 'letter',
  version: 1,
  validFrom: '2026-12-01',
  title: 'ПИСМО № {paper.number}/{paper.date}',
  subtitle: 'за изтичащи срокове',
  preamble: [
    {
      text: 'Уведомяваме Ви, че по данните на {provider.office} последният ден на следното наближава или вече е минал:',
    },
  ],
  sections: [],
  closing: [
    ...expiringKinds.map((kind) => ({ when: { fact: kind, is: ['named'] }, text: asked[kind] })),
    {
      when: { fact: 'answer', is: ['asked'] },
      text: 'Очакваме отговора Ви до {answer.by}',
    },
    {
      when: { fact: 'phone', is: ['known'] },
      text: 'Службата е на адрес {provider.address}, телефон {provider.phone}.',
    },
    {
      when: { fact: 'phone', is: ['none'] },
      text: 'Службата е на адрес {provider.address}.',
    },
  ],
}
