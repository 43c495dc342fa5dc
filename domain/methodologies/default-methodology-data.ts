import type { Methodology, MethodologyGroup, MethodologyItem } from './schema.ts'

/*
 * The methodology a new office starts with, until it enters its own approved one. Domains follow
 * ЗСУ чл. 93, ал. 1; the bands take 42 and 84 hours from the national scale of 2019 and 117 and 137
 * from a municipality's list of 2015. The texts are data of the methodology, printed on the sheet.
 */

type Defaults = Pick<
  MethodologyItem,
  'weightPercent' | 'direction' | 'reason' | 'minAge' | 'maxAge'
>
const plain: Defaults = {
  weightPercent: 100,
  direction: 'need',
  reason: 'onChange',
  minAge: null,
  maxAge: null,
}

function options(...rows: [string, number][]): MethodologyItem['options'] {
  return rows.map(([text, points], index) => ({
    id: `o${String(index + 1)}`,
    text,
    points,
    extraMinutes: 0,
  }))
}

const degreeOfHelp = () =>
  options(
    ['самостоятелно', 0],
    ['с частична помощ или надзор', 1],
    ['със значителна помощ', 2],
    ['с пълна помощ', 3],
  )
const degreeOfLoss = () =>
  options(
    ['без затруднение', 0],
    ['леко затруднение', 1],
    ['значително затруднение', 2],
    ['с пълна зависимост от помощ', 3],
  )

function rows(
  scale: () => MethodologyItem['options'],
  ...texts: [id: string, text: string][]
): MethodologyItem[] {
  return texts.map(([id, text]) => ({ ...plain, id, text, options: scale() }))
}

const groups: MethodologyGroup[] = [
  {
    id: 'SELF',
    letter: 'А',
    name: 'Самообслужване',
    needsGoal: true,
    items: rows(
      degreeOfHelp,
      ['eating', 'Хранене'],
      ['dressing', 'Обличане'],
      ['grooming', 'Личен тоалет'],
      ['bathing', 'Къпане'],
      ['toilet', 'Ползване на тоалетна'],
      ['continence', 'Контрол на тазовите функции'],
      ['medicines', 'Вземане на лекарства'],
    ),
  },
  {
    id: 'MOVE',
    letter: 'Б',
    name: 'Движение и позиция',
    needsGoal: true,
    items: rows(
      degreeOfHelp,
      ['positionInBed', 'Промяна на позицията в леглото'],
      ['transfer', 'Ставане и преместване'],
      ['movingAtHome', 'Придвижване в дома'],
      ['stairs', 'Изкачване и слизане по стълби'],
      ['movingOutside', 'Придвижване извън дома'],
    ),
  },
  {
    id: 'HOME',
    letter: 'В',
    name: 'Ежедневни дейности',
    needsGoal: true,
    items: rows(
      degreeOfHelp,
      ['cooking', 'Готвене'],
      ['shopping', 'Пазаруване'],
      ['cleaning', 'Почистване'],
      ['laundry', 'Пране'],
      ['heating', 'Отопление'],
      ['money', 'Боравене с пари и сметки'],
    ),
  },
  {
    id: 'COMM',
    letter: 'Г',
    name: 'Комуникация и психика',
    needsGoal: true,
    items: rows(
      degreeOfLoss,
      ['sight', 'Зрение'],
      ['hearing', 'Слух'],
      ['speech', 'Говор'],
      ['orientation', 'Ориентация'],
      ['memory', 'Памет'],
      ['behaviour', 'Поведение и безопасност (нужда от надзор)'],
    ),
  },
  {
    id: 'SOC',
    letter: 'Д',
    name: 'Социална среда',
    needsGoal: true,
    items: [
      {
        ...plain,
        id: 'household',
        text: 'С кого живее',
        options: options(
          ['с близък, който се грижи', 0],
          ['с работещи близки', 1],
          ['с възрастен човек или с лице с увреждане', 2],
          ['живее само', 3],
        ),
      },
      {
        ...plain,
        id: 'accessibility',
        text: 'Достъпност на жилището',
        options: options(
          ['достъпно', 0],
          ['с малки пречки', 1],
          ['с големи пречки', 2],
          ['недостъпно без чужда помощ', 3],
        ),
      },
      {
        ...plain,
        id: 'remoteness',
        text: 'Отдалеченост от магазин, аптека и лекар',
        options: options(
          ['в същия квартал или в центъра на селото', 0],
          ['до 2 км', 1],
          ['до 10 км', 2],
          ['над 10 км или без транспорт', 3],
        ),
      },
    ],
  },
  {
    id: 'MED',
    letter: 'Е',
    name: 'Здравен статус',
    needsGoal: false,
    items: [
      {
        ...plain,
        id: 'telk',
        text: 'Решение на ТЕЛК или НЕЛК',
        options: options(
          ['без ТЕЛК и без медицински документ', 0],
          ['ТЕЛК от 50 до 70,99 %', 2],
          ['без ТЕЛК, с медицински документ', 3],
          ['ТЕЛК от 71 до 89,99 %', 4],
          ['ТЕЛК 90 и над 90 %, без чужда помощ', 6],
          ['ТЕЛК 90 и над 90 %, с чужда помощ', 9],
        ),
      },
    ],
  },
]

/** Version 1 of the delivered methodology: 28 rows, 90 points, four degrees. */
export const defaultMethodology: Methodology = {
  code: 'center',
  version: 1,
  name: 'Методика „Център“',
  validFrom: '2020-07-01',
  approvedBy: null,
  groups,
  coefficients: [{ minAge: null, maxAge: null, percent: 100 }],
  bands: [
    { min: 0, max: 19, degree: null, minutesPerMonth: 0 },
    { min: 20, max: 39, degree: 'I', minutesPerMonth: 42 * 60 },
    { min: 40, max: 59, degree: 'II', minutesPerMonth: 84 * 60 },
    { min: 60, max: 74, degree: 'III', minutesPerMonth: 117 * 60 },
    { min: 75, max: 90, degree: 'IV', minutesPerMonth: 137 * 60 },
  ],
  maxMinutesPerMonth: null,
  tieBreakers: ['selfCarePoints', 'livesAlone', 'telkDate'],
  commentThreshold: 5,
}
