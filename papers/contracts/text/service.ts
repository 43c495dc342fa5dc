import type { Condition } from '#domain/papers/conditions.ts'
import type { TextSection } from '#domain/papers/standard-text.ts'

const documented: Condition = { fact: 'entitlementDocument', is: ['recorded'] }

/** I–III: what is given, on what ground, how long and how much. */
export const serviceSections: TextSection[] = [
  {
    id: 'subject',
    title: 'Предмет и основание',
    articles: [
      {
        id: 'service',
        paragraphs: [
          {
            text: 'ДОСТАВЧИКЪТ предоставя, а ПОТРЕБИТЕЛЯТ ползва социалната услуга „{service}“ при условията на този договор.',
          },
          {
            id: 'activities',
            text: 'Услугата е почасова подкрепа от социален асистент и включва следните дейности по чл. 93, ал. 1 от ЗСУ, определени в индивидуалния план за подкрепа:',
            insert: 'activities',
          },
          { text: 'Място на предоставяне на услугата: {subject.placeOfService}.' },
          {
            text: 'Услугата не включва дейности, които по закон се извършват от медицински специалисти, нито подкрепа за други лица от домакинството.',
          },
        ],
      },
      {
        id: 'basis',
        paragraphs: [
          {
            text: 'Договорът се сключва въз основа на:',
            points: [
              { text: 'заявление с вх. {basis.application};' },
              {
                when: { fact: 'preliminary', is: ['recorded'] },
                text: 'предварителна оценка на потребностите от социални услуги {basis.preliminary};',
              },
              { text: 'индивидуална оценка на потребностите {basis.assessment};' },
              {
                id: 'plan',
                text: 'индивидуален план за подкрепа {basis.plan}, който е неразделна част от договора.',
              },
            ],
          },
          {
            when: { all: [{ fact: 'entitlement', is: ['overWorkingAge'] }, documented] },
            text: 'ПОТРЕБИТЕЛЯТ е лице по чл. 93, ал. 2, т. 1 от ЗСУ съгласно {entitlement.document}.',
          },
          {
            when: { all: [{ fact: 'entitlement', is: ['overWorkingAge'] }, { not: documented }] },
            text: 'ПОТРЕБИТЕЛЯТ е лице по чл. 93, ал. 2, т. 1 от ЗСУ.',
          },
          {
            when: { fact: 'entitlement', is: ['disabled'] },
            text: 'ПОТРЕБИТЕЛЯТ е лице по чл. 93, ал. 2, т. 2 от ЗСУ съгласно {entitlement.document}.',
          },
          {
            when: { fact: 'ownWish', is: ['recorded'] },
            text: 'Собственото желание на ПОТРЕБИТЕЛЯ по чл. 91 от ЗСУ, изразено преди сключването на договора: „{ownWish}“.',
          },
        ],
      },
    ],
  },
  {
    id: 'term',
    title: 'Срок',
    articles: [
      {
        id: 'period',
        paragraphs: [
          { id: 'days', text: 'Услугата се ползва от {term.start} до {term.end} включително.' },
          {
            when: { fact: 'term', is: ['short'] },
            text: 'Ползването е краткосрочно по смисъла на чл. 16, ал. 2, т. 1 от ЗСУ.',
          },
          {
            when: { fact: 'term', is: ['medium'] },
            text: 'Ползването е средносрочно по смисъла на чл. 16, ал. 2, т. 2 от ЗСУ.',
          },
          {
            when: { fact: 'term', is: ['long'] },
            text: 'Ползването е дългосрочно по смисъла на чл. 16, ал. 2, т. 3 от ЗСУ.',
          },
          {
            id: 'force',
            text: 'Договорът влиза в сила от датата на последния подпис. Услугата започва на датата по {@period.days}, но не преди влизането му в сила.',
          },
        ],
      },
    ],
  },
  {
    id: 'volume',
    title: 'Обем и график',
    articles: [
      {
        id: 'hours',
        paragraphs: [
          {
            id: 'month',
            text: 'Обемът на услугата, определен с индивидуалната оценка на потребностите, е до {volume.month} месечно.',
          },
          {
            text: 'По индивидуалния план за подкрепа седмичният обем е {volume.week}, като в един ден се предоставят най-много {volume.day}. Услугата не може да надхвърля {volume.dailyLimit} на ден.',
          },
          {
            id: 'schedule',
            text: 'Услугата се предоставя по следния седмичен график:',
            insert: 'week',
          },
          {
            id: 'change',
            text: 'Дните и часовете по {@hours.schedule} могат да се променят по съгласие на страните, без да се надхвърля обемът по {@hours.month}. Промяната се отразява писмено в графика и не изисква допълнително споразумение.',
          },
        ],
      },
      {
        id: 'assistant',
        paragraphs: [
          {
            when: { fact: 'assistants', is: ['one'] },
            text: 'Услугата се предоставя от социален асистент: {assistant.titular}.',
          },
          {
            when: { fact: 'assistants', is: ['more'] },
            text: 'Услугата се предоставя от следните социални асистенти: {assistant.titular}.',
          },
          {
            when: { fact: 'substitute', is: ['named'] },
            text: 'При отсъствие асистентът се замества от {assistant.substitute}, а при невъзможност – от друг социален асистент, за когото ПОТРЕБИТЕЛЯТ се уведомява предварително.',
          },
          {
            when: { fact: 'substitute', is: ['none'] },
            text: 'При отсъствие асистентът се замества от друг социален асистент, за когото ПОТРЕБИТЕЛЯТ се уведомява предварително.',
          },
          {
            id: 'report',
            text: 'Предоставените часове се отчитат всеки месец с отчет, подписан от асистента и от ПОТРЕБИТЕЛЯ или от лицето, което действа от негово име. Отчитат се само действително предоставените часове.',
          },
        ],
      },
      {
        id: 'excluded',
        paragraphs: [
          {
            id: 'times',
            text: 'Съгласно чл. 93, ал. 5 от ЗСУ услугата не се предоставя за времето, през което ПОТРЕБИТЕЛЯТ:',
            points: [
              { text: 'ползва резидентна грижа;' },
              { text: 'ползва заместваща или целодневна грижа;' },
              { text: 'е на престой в лечебно заведение.' },
            ],
          },
          {
            id: 'suspension',
            text: 'Предоставянето на услугата се спира от деня, в който настъпи обстоятелство по {@excluded.times} или започне отсъствие на ПОТРЕБИТЕЛЯ, за което той е уведомил ДОСТАВЧИКА, и се възобновява след отпадането му. Спирането не удължава срока на договора.',
          },
        ],
      },
    ],
  },
]
