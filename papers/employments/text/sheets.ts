import type { StandardText } from '#domain/papers/standard-text.ts'

/** Длъжностна характеристика: the duties are those of the office's catalogue. */
export const jobDescription: StandardText = {
  id: 'job-description',
  name: 'Длъжностна характеристика',
  catalogue: 'employment',
  version: 1,
  validFrom: '2026-12-01',
  title: 'ДЛЪЖНОСТНА ХАРАКТЕРИСТИКА',
  subtitle: 'на длъжността „{position.name}“, код {position.code} по НКПД',
  preamble: [
    {
      text: 'Длъжността е в {provider.office} към {provider.municipality}. Служителят е на пряко подчинение на ръководителя на услугата и изпълнява следните задължения:',
    },
  ],
  sections: [],
  closing: [
    {
      text: 'Служителят спазва правилата за здравословни и безопасни условия на труд, включително в домовете на лицата, пази служебната тайна и участва в обученията и супервизиите, които длъжността изисква.',
    },
    {
      text: 'Запознах се с длъжностната характеристика и получих екземпляр от нея: {employee.name}, {employee.identifier}.',
    },
  ],
}

/** Декларация за поверителност, signed at the beginning. */
export const confidentiality: StandardText = {
  id: 'employment-confidentiality',
  name: 'Декларация за поверителност',
  catalogue: 'employment',
  version: 1,
  validFrom: '2026-12-01',
  title: 'ДЕКЛАРАЦИЯ ЗА ПОВЕРИТЕЛНОСТ',
  preamble: [
    {
      text: 'От {employee.name}, {employee.identifier}, документ за самоличност: {employee.idCard}, на длъжност „{position.name}“ в {provider.municipality} по договор {contract.reference}.',
    },
    {
      text: 'Декларирам, че:',
      points: [
        {
          text: 'няма да разгласявам лични данни и обстоятелства от живота на лицата, с които работя, на техните близки и на колегите ми;',
        },
        {
          text: 'ще ползвам тези данни само за работата си и ще пазя документите и ключовете, които са ми поверени;',
        },
        { text: 'няма да снимам и записвам лицата и домовете им без изричното им съгласие;' },
        { text: 'ще съобщя веднага, ако данни или документи бъдат изгубени или узнати от други;' },
        { text: 'задължението ми остава и след прекратяване на договора.' },
      ],
    },
  ],
  sections: [],
  closing: [
    {
      text: 'Известно ми е, че за нарушаване на това задължение нося дисциплинарна и имуществена отговорност.',
    },
  ],
}
