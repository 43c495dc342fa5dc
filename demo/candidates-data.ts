import type { CandidacyInput, CandidateDocumentType } from '#domain/candidates/schema.ts'
import type { CandidacyEvent } from '#domain/candidates/states.ts'
import { composeEgn } from '#domain/people/ids.ts'
import type { Sex } from './names.ts'
import type { CardStory } from './selections.ts'

/** What happens to a candidate, so many days after the entry. Dates of the events are the day itself. */
export type CandidateStep = { after: number } & (
  | { kind: 'askForDocuments' | 'admit' | 'enterPool' | 'employ' }
  | {
      kind: 'refuse'
      ground: Extract<CandidacyEvent, { kind: 'refuse' }>['ground']
      reason: string
    }
  | { kind: 'withdraw'; why: Extract<CandidacyEvent, { kind: 'withdraw' }>['why']; reason: string }
  | { kind: 'close'; reason: string }
  | { kind: 'clearPapers'; note: string }
  | { kind: 'select'; card: CardStory }
)

export interface DemoCandidate {
  name: readonly [first: string, middle: string, last: string]
  sex: Sex
  born: string
  serial: number
  village: string
  /** Days before the last day of the office. */
  came: number
  own: Partial<Omit<CandidacyInput, 'documents'>>
  without?: readonly CandidateDocumentType[]
  steps: readonly CandidateStep[]
}

const autumn = 'Есен'
const spring = 'Пролет'
const training = { name: 'Социален асистент, 40 учебни часа', date: null }

/** Sixteen people who want to be assistants, one or two in every state. */
export const demoCandidates: readonly DemoCandidate[] = [
  {
    ...{ name: ['Ана', 'Илиева', 'Цоп'], sex: 'female', born: '1988-04-02', serial: 927 },
    ...{ village: 'Старобуково', came: 3 },
    own: { campaign: autumn, villages: ['Старобуково', 'Каменоструй'], refusedActs: ['heating'] },
    steps: [],
  },
  {
    ...{ name: ['Десислава', 'Николова', 'Първанова'], sex: 'female', born: '1979-11-19' },
    ...{ serial: 929, village: 'Примерна', came: 9 },
    own: { campaign: '', hasCar: 'yes', dailyMinutes: 480, education: 'higher' },
    steps: [],
  },
  {
    ...{ name: ['Венцислав', 'Тодоров', 'Кръстев'], sex: 'male', born: '1995-01-30', serial: 928 },
    ...{ village: 'Златодолец', came: 6 },
    own: { campaign: autumn, education: null, weekdays: [6, 7], labourStatus: 'student' },
    without: ['cv'],
    steps: [],
  },
  {
    ...{ name: ['Фатме', 'Салих', 'Ахмедова'], sex: 'female', born: '1984-07-08', serial: 931 },
    ...{ village: 'Горно Примерово', came: 14 },
    own: { campaign: autumn, trainings: [{ ...training, certificateNumber: '114' }] },
    without: ['trainingCertificate', 'declarations'],
    steps: [{ after: 10, kind: 'askForDocuments' }],
  },
  {
    name: ['Александрина-Виктория', 'Светославова', 'Хаджиконстантинова-Калайджиева'],
    ...{ sex: 'female', born: '1990-09-21', serial: 933, village: 'Бистрокладенец', came: 20 },
    own: { campaign: autumn, climbsStairs: 'no', refusedActs: ['transfer', 'bathing'] },
    steps: [{ after: 5, kind: 'admit' }],
  },
  {
    ...{ name: ['Росица', 'Емилова', 'Зарева'], sex: 'female', born: '1972-03-14', serial: 935 },
    ...{ village: 'Долно Примерово', came: 120 },
    own: {
      campaign: spring,
      trainings: [{ ...training, certificateNumber: '87' }],
      experienceMonths: 62,
    },
    steps: [
      { after: 3, kind: 'admit' },
      { after: 24, kind: 'select', card: { until: 'approved', without: ['crisis'] } },
    ],
  },
  {
    ...{ name: ['Мирослав', 'Асенов', 'Великов'], sex: 'male', born: '1981-12-05', serial: 930 },
    ...{ village: 'Росополяна', came: 95 },
    own: { campaign: '', hasCar: 'yes', villages: ['Росополяна', 'Тихоброд', 'Дренолъка'] },
    steps: [
      { after: 8, kind: 'admit' },
      { after: 30, kind: 'select', card: { until: 'approved', without: ['named'] } },
    ],
  },
  {
    ...{ name: ['Цветелина', 'Маринова', 'Обретенова'], sex: 'female', born: '1986-05-27' },
    ...{ serial: 937, village: 'Примерна', came: 190 },
    own: {
      campaign: spring,
      namedPerson: 'Пенка Стоянова Обретенова',
      kinship: 'child',
      position: 'personalAssistant',
    },
    steps: [
      { after: 4, kind: 'admit' },
      { after: 21, kind: 'enterPool' },
      { after: 34, kind: 'employ' },
    ],
  },
  {
    ...{ name: ['Йоана', 'Спасова', 'Ли'], sex: 'female', born: '2001-02-11', serial: 939 },
    ...{ village: 'Малка Вършина', came: 215 },
    own: { campaign: spring },
    steps: [
      { after: 6, kind: 'admit' },
      {
        ...{ after: 27, kind: 'refuse', ground: 'notSelected' },
        reason: 'При събеседването другите кандидати имат повече опит в грижата.',
      },
    ],
  },
  {
    ...{ name: ['Огнян', 'Рангелов', 'Тенекеджиев'], sex: 'male', born: '1968-08-16', serial: 932 },
    ...{ village: 'Орехокамък', came: 48 },
    own: { campaign: '', otherContract: 'present' },
    without: ['employmentContract'],
    steps: [
      { after: 4, kind: 'askForDocuments' },
      {
        ...{ after: 20, kind: 'refuse', ground: 'documentsNotProvided' },
        reason: 'Копието от трудовия договор не е представено в срока от писмото.',
      },
    ],
  },
  {
    ...{
      name: ['Гергана', 'Христова', 'Мутафова'],
      sex: 'female',
      born: '1993-10-03',
      serial: 941,
    },
    ...{ village: 'Каменоструй', came: 170 },
    own: { campaign: spring, labourStatus: 'employed' },
    steps: [
      {
        ...{ after: 12, kind: 'withdraw', why: 'otherWork' },
        reason: 'Започнала е работа в шивашки цех в града.',
      },
      { after: 60, kind: 'clearPapers', note: 'Оригиналите са получени лично срещу подпис.' },
    ],
  },
  {
    ...{ name: ['Здравка', 'Живкова', 'Янева'], sex: 'female', born: '1964-06-25', serial: 943 },
    ...{ village: 'Тихоброд', came: 260 },
    own: { campaign: '', labourStatus: 'earlyPensioner', experienceMonths: 140 },
    steps: [
      { after: 5, kind: 'admit' },
      { after: 26, kind: 'enterPool' },
      { after: 40, kind: 'employ' },
      { after: 210, kind: 'close', reason: 'Напуска по свое желание, грижи се за внук.' },
    ],
  },
  {
    ...{ name: ['Милена', 'Георгиева', 'Ковачева'], sex: 'female', born: '1983-02-17' },
    ...{ serial: 945, village: 'Примерна', came: 26 },
    own: { campaign: autumn, education: 'higher', experienceMonths: 30 },
    steps: [
      { after: 4, kind: 'admit' },
      {
        ...{ after: 18, kind: 'select' },
        card: {
          ...{ until: 'scored', without: ['named', 'elderly'] },
          commission: { points: 19, comment: 'При втория въпрос отговорите бяха уверени.' },
        },
      },
    ],
  },
  {
    ...{ name: ['Веселин', 'Данаилов', 'Игнатов'], sex: 'male', born: '1992-07-30', serial: 934 },
    ...{ village: 'Старобуково', came: 22 },
    own: { campaign: autumn, hasCar: 'yes' },
    steps: [
      { after: 6, kind: 'admit' },
      { after: 21, kind: 'select', card: { until: 'begun', without: ['training'] } },
    ],
  },
  {
    ...{ name: ['Красимира', 'Лазарова', 'Тонева'], sex: 'female', born: '1976-10-12' },
    ...{ serial: 947, village: 'Златодолец', came: 30 },
    own: { campaign: autumn },
    steps: [
      { after: 5, kind: 'admit' },
      { after: 16, kind: 'select', card: { until: 'out', without: [] } },
    ],
  },
  {
    ...{ name: ['Пенка', 'Савова', 'Йорданова'], sex: 'female', born: '1979-01-22', serial: 949 },
    ...{ village: 'Горно Примерово', came: 110 },
    own: { campaign: spring, experienceMonths: 18, climbsStairs: 'no' },
    steps: [
      { after: 5, kind: 'admit' },
      { after: 23, kind: 'select', card: { until: 'approved', without: ['elderly', 'named'] } },
    ],
  },
]

export const egnOfCandidate = ({ born, serial }: DemoCandidate): string => composeEgn(born, serial)
