import type { Condition } from '#domain/papers/conditions.ts'
import type { TextSection } from '#domain/papers/standard-text.ts'

const feeDue: Condition = { fact: 'fee', is: ['due'] }

/** IV: the fee. */
export const priceSections: TextSection[] = [
  {
    id: 'fee',
    title: 'Такса',
    articles: [
      {
        id: 'price',
        paragraphs: [
          {
            when: { fact: 'fee', is: ['none'] },
            text: 'За ползването на услугата ПОТРЕБИТЕЛЯТ не заплаща такса. Основание: {fee.basis}.',
          },
          {
            when: { fact: 'fee', is: ['none'] },
            text: 'Ако с нормативен акт бъде въведена такса, ДОСТАВЧИКЪТ уведомява писмено ПОТРЕБИТЕЛЯ преди началото на периода, за който тя се дължи, а договорът се изменя по реда на {@change.annex}.',
          },
          {
            id: 'amount',
            when: feeDue,
            text: 'За ползването на услугата ПОТРЕБИТЕЛЯТ заплаща месечна такса в размер на {fee.amount}. Основание: {fee.basis}.',
          },
          {
            id: 'due',
            when: feeDue,
            text: 'Таксата се заплаща до 20-о число на месеца, следващ месеца на ползването, в касата или по банковата сметка на ДОСТАВЧИКА, срещу документ за платената сума.',
          },
          {
            when: feeDue,
            text: 'ПОТРЕБИТЕЛЯТ се освобождава от такса, когато са налице условията на чл. 103 от ЗСУ.',
          },
          {
            text: 'Информирането, консултирането, оценката на потребностите и планирането на подкрепата са безплатни.',
          },
        ],
      },
    ],
  },
]
