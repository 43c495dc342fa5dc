import type { StandardText } from '#domain/papers/standard-text.ts'
import { employer, employee } from './parties.ts'

const changed = (fact: string) => ({ fact, is: ['changed'] })

/** Допълнително споразумение към трудов или граждански договор. */
export const employmentAnnex: StandardText = {
  id: 'employment-annex',
  name: 'Допълнително споразумение',
  catalogue: 'employment',
  version: 1,
  validFrom: '2026-12-01',
  title: 'ДОПЪЛНИТЕЛНО СПОРАЗУМЕНИЕ № {paper.number}/{paper.date}',
  subtitle: 'към договор {contract.reference}',
  preamble: [
    {
      when: { fact: 'contract', is: ['labour'] },
      text: 'На {paper.date} в {place}, на основание чл. 119 от Кодекса на труда, между:',
      points: [...employer('РАБОТОДАТЕЛ'), employee('СЛУЖИТЕЛ')],
    },
    {
      when: { fact: 'contract', is: ['civil'] },
      text: 'На {paper.date} в {place}, на основание чл. 20а, ал. 2 от Закона за задълженията и договорите, между:',
      points: [...employer('ВЪЗЛОЖИТЕЛ'), employee('ИЗПЪЛНИТЕЛ')],
    },
    { text: 'се сключи настоящото споразумение.' },
  ],
  sections: [
    {
      id: 'changeSection',
      title: 'Изменения',
      articles: [
        {
          id: 'change',
          paragraphs: [
            {
              text: 'Считано от {annex.from} договор {contract.reference} за длъжността „{position.name}“ се изменя, както следва:',
              points: [
                {
                  when: changed('hours'),
                  text: 'продължителността на работния ден става {time.day}, а на работната седмица – {time.week};',
                },
                {
                  when: { all: [changed('pay'), { fact: 'payUnit', is: ['month'] }] },
                  text: 'основното месечно възнаграждение става {pay.amount};',
                },
                {
                  when: { all: [changed('pay'), { fact: 'payUnit', is: ['hour'] }] },
                  text: 'възнаграждението за час става {pay.amount};',
                },
                {
                  when: { all: [changed('pay'), { fact: 'payUnit', is: ['whole'] }] },
                  text: 'възнаграждението за цялата работа става {pay.amount};',
                },
                {
                  when: changed('programmeChange'),
                  text: 'възнаграждението се изплаща по: {programme};',
                },
                { when: changed('placeChange'), text: 'мястото на работа става: {work.place};' },
                { when: changed('endChange'), text: 'договорът е в сила до {term.end};' },
              ],
            },
            { text: 'Останалите условия на договора не се променят.' },
          ],
        },
        {
          id: 'copies',
          paragraphs: [
            {
              text: 'Споразумението е неразделна част от договора и се състави в {copies} еднообразни екземпляра.',
            },
          ],
        },
      ],
    },
  ],
}
