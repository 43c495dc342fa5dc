import type { StandardText } from '#domain/papers/standard-text.ts'

/** Fixed sentences of the individual support plan (ЗСУ, чл. 80, ал. 3 и 4; чл. 84). */
export const planAssistantSupport: StandardText = {
  id: 'plan-assistant-support',
  catalogue: 'plan',
  version: 1,
  validFrom: '2026-01-01',
  title: 'ИНДИВИДУАЛЕН ПЛАН ЗА ПОДКРЕПА № {paper.number}/{paper.date}',
  subtitle: 'за социална услуга „{service}“',
  preamble: [
    {
      text: 'Планът е изготвен на основание чл. 80, ал. 3 от Закона за социалните услуги (ЗСУ) въз основа на индивидуална оценка на потребностите {basis.assessment} и с участието на лицето. Той действа от {plan.start} до {plan.end}.',
    },
  ],
  sections: [],
  closing: [
    {
      when: { fact: 'ownWish', is: ['recorded'] },
      text: 'Собствено желание на лицето по чл. 91 от ЗСУ: „{ownWish}“.',
    },
    {
      text: 'Изпълнението на плана се проследява от отговорния за случая. Планът се преглежда най-късно на {plan.review} и се актуализира при промяна на потребностите, на обстоятелствата или по искане на лицето (чл. 80, ал. 4 и чл. 84, ал. 1 от ЗСУ).',
    },
    {
      when: { not: { fact: 'signing', is: ['thumbprint'] } },
      text: 'Планът е обсъден с лицето (представителя му) и е разяснен по разбираем начин. Екземпляр от плана е предаден на лицето.',
    },
    {
      when: { fact: 'signing', is: ['thumbprint'] },
      text: 'Планът е прочетен на глас и разяснен на лицето в присъствието на двама свидетели. Лицето не може да се подпише и полага отпечатък от десния си палец, а свидетелите приподписват. Екземпляр от плана е предаден на лицето.',
    },
  ],
}
