import type { StandardText } from '#domain/papers/standard-text.ts'
import { employer, employee } from './parties.ts'

/** Граждански договор със специалист (ЗЗД, чл. 258 и 280). */
export const civilContract: StandardText = {
  id: 'civil-contract',
  name: 'Граждански договор',
  catalogue: 'employment',
  version: 1,
  validFrom: '2026-12-01',
  title: 'ДОГОВОР № {paper.number}/{paper.date}',
  subtitle: 'за възлагане на работа на специалист',
  preamble: [
    ...(
      [
        ['work', 'чл. 258 и следващите'],
        ['mandate', 'чл. 280 и следващите'],
      ] as const
    ).map(([is, article]) => ({
      when: { fact: 'ground', is: [is] },
      text: `На {paper.date} в {place}, на основание ${article} от Закона за задълженията и договорите, се сключи настоящият договор между:`,
      points: [...employer('ВЪЗЛОЖИТЕЛ'), employee('ИЗПЪЛНИТЕЛ')],
    })),
    { text: 'за следното:' },
  ],
  sections: [
    {
      id: 'workSection',
      title: 'Предмет и срок',
      articles: [
        {
          id: 'work',
          paragraphs: [
            {
              text: 'ВЪЗЛОЖИТЕЛЯТ възлага, а ИЗПЪЛНИТЕЛЯТ като {position.name} приема да извърши: {task}.',
            },
            { text: 'Работата се извършва в: {work.place}.' },
            {
              when: { fact: 'end', is: ['set'] },
              text: 'Срокът на договора е от {term.start} до {term.end}.',
            },
            {
              when: { fact: 'end', is: ['open'] },
              text: 'Изпълнението започва на {term.start} и завършва с приемането на работата.',
            },
            {
              when: { fact: 'programme', is: ['named'] },
              text: 'Работата се възлага по: {programme}.',
            },
          ],
        },
      ],
    },
    {
      id: 'paySection',
      title: 'Възнаграждение и приемане',
      articles: [
        {
          id: 'pay',
          paragraphs: [
            {
              when: { fact: 'payUnit', is: ['whole'] },
              text: 'Възнаграждението за цялата работа е {pay.amount}.',
            },
            {
              when: { fact: 'payUnit', is: ['hour'] },
              text: 'Възнаграждението е {pay.amount} за час действително извършена работа.',
            },
            {
              when: { fact: 'payUnit', is: ['month'] },
              text: 'Възнаграждението е {pay.amount} на месец.',
            },
            {
              text: 'Възнаграждението се изплаща по банков път след приемане на работата с отчет, подписан от двете страни. ВЪЗЛОЖИТЕЛЯТ удържа и внася дължимите данък и осигурителни вноски.',
            },
          ],
        },
      ],
    },
    {
      id: 'dutySection',
      title: 'Задължения',
      articles: [
        {
          id: 'duty',
          paragraphs: [
            {
              text: 'ИЗПЪЛНИТЕЛЯТ работи лично, с грижата на добър специалист, и пази в тайна всичко, което узнае за лицата, с които работи. Задължението остава и след края на договора.',
            },
            {
              text: 'ВЪЗЛОЖИТЕЛЯТ осигурява достъп до лицата и документите, нужни за работата, и приема изпълненото без забава.',
            },
          ],
        },
      ],
    },
    {
      id: 'lastSection',
      title: 'Прекратяване и други условия',
      articles: [
        {
          id: 'end',
          paragraphs: [
            {
              text: 'Договорът се прекратява с изпълнението си, по взаимно съгласие, изразено писмено, и на основанията по Закона за задълженията и договорите.',
            },
            { text: 'За неуредените въпроси се прилага действащото българско законодателство.' },
          ],
        },
        {
          id: 'copies',
          paragraphs: [{ text: 'Договорът се състави в {copies} еднообразни екземпляра.' }],
        },
      ],
    },
  ],
}
