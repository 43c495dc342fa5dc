import type { AssessmentFacts } from '#domain/assessments/facts.ts'
import type { ContractFacts } from '#domain/contracts/facts.ts'
import type { PersonFacts, ProviderFacts, RepresentativeFacts } from '#domain/papers/parties.ts'
import type { SupportPlanFacts, WeeklyRowFacts } from '#domain/plans/facts.ts'

/** Invented office and people; the numbers are valid by checksum, with serials kept for examples. */
export const provider: ProviderFacts = {
  municipality: 'Община Примерна',
  eik: '000193282',
  address: 'гр. Примерна, пл. „Свобода“ № 1',
  phone: '078550000',
  email: 'obshtina@primerna.example',
  officeName: 'Център за социални услуги „Независим живот“',
  officeAddress: 'гр. Примерна, ул. „Ефрем Каранов“ № 33А, ет. 2',
  signatory: { name: 'Петър Стоянов Кметски', position: 'кмет', authorisation: null },
  chiefAccountant: null,
  headOfService: 'Елена Димитрова Ръководска',
  demo: false,
}

export const person: PersonFacts = {
  fullName: 'Мария Иванова Георгиева',
  sex: 'female',
  identifierKind: 'egn',
  identifier: '4506129287',
  birthDate: '1945-06-12',
  idCard: { number: '640012345', issuedOn: '2019-03-04', issuedBy: 'МВР – Кюстендил' },
  currentAddress: 'с. Примерно, общ. Примерна, ул. „Трета“ № 4',
  permanentAddress: null,
  phone: '0888123456',
  email: null,
}

export const guardian: RepresentativeFacts = {
  quality: 'guardian',
  fullName: 'Георги Петров Настойников',
  sex: 'male',
  identifierKind: 'egn',
  identifier: '7001019265',
  address: 'гр. Примерна, ул. „Първа“ № 7, вх. Б, ет. 3, ап. 12',
  phone: '0888654321',
  document: {
    name: 'удостоверение за настойничество',
    number: '17',
    date: '2024-05-20',
    issuer: 'Община Примерна',
  },
}

export const week: WeeklyRowFacts[] = [
  {
    activity: 'лична хигиена и обличане',
    activityGroup: 'самообслужване',
    weekdays: [1, 2, 3, 4, 5],
    fromMinute: 480,
    toMinute: 600,
    assistant: 'Мария Стоянова',
  },
  {
    activity: 'пазаруване и приготвяне на храна',
    activityGroup: 'ежедневни и домакински дейности',
    weekdays: [2, 4],
    fromMinute: 600,
    toMinute: 690,
    assistant: 'Мария Стоянова',
  },
]

export const contract: ContractFacts = {
  number: '118',
  date: '2026-11-23',
  draft: false,
  place: 'гр. Примерна',
  provider,
  person,
  representative: null,
  signing: { mode: 'person', witnesses: [], ownWish: null },
  service: 'асистентска подкрепа',
  legalBasis: 'чл. 85, ал. 1 и 2 от Закона за социалните услуги',
  basis: {
    application: { number: '94-1287', date: '2026-10-05' },
    preliminaryAssessment: { number: 'ПО-61', date: '2026-10-12' },
    assessment: { number: '77', date: '2026-10-27' },
    plan: { number: '70', date: '2026-11-09' },
  },
  entitlement: {
    group: 'disabled',
    document: { kind: 'telk', number: '1234', date: '2024-05-12' },
  },
  birthCertificate: null,
  subject: {
    activities: [
      'помощ при самообслужване',
      'помощ при движение и придвижване',
      'помощ при ежедневни и домакински дейности',
    ],
    placeOfService: 'в дома на лицето и извън него',
  },
  volume: {
    minutesPerMonth: 84 * 60,
    minutesPerWeek: 13 * 60,
    minutesPerDay: 210,
    dailyLimitMinutes: 240,
    week,
  },
  term: { startDate: '2026-12-01', endDate: '2027-11-30', kind: 'medium' },
  fee: {
    monthlyCents: 0,
    basisText: '§ 2 от Преходните и заключителните разпоредби на Закона за държавния бюджет',
  },
  caseManager: { name: 'Десислава Николова', position: 'социален работник', phone: '078550001' },
  assistants: [
    { name: 'Мария Христова Стоянова', role: 'titular' },
    { name: 'Иван Колев Заместников', role: 'substitute' },
  ],
  privacy: { officer: 'Анна Защитникова, dpo@primerna.example' },
  complaints: {
    addressee: 'ръководителя на услугата, гр. Примерна, ул. „Ефрем Каранов“ № 33А, ет. 2',
  },
  coordinatedBy: [],
  copies: 2,
}

export const plan: SupportPlanFacts = {
  number: '70',
  date: '2026-11-09',
  draft: false,
  place: 'гр. Примерна',
  provider,
  person,
  representative: null,
  signing: { mode: 'person', witnesses: [], ownWish: null },
  service: 'асистентска подкрепа',
  validFrom: '2026-12-01',
  validTo: '2027-11-30',
  assessment: { number: '77', date: '2026-10-27' },
  planVersion: 1,
  grantedMinutesPerMonth: 84 * 60,
  plannedMinutesPerMonth: { min: 52 * 60, max: 60 * 60 },
  plannedMinutesPerWeek: 13 * 60,
  goals: [
    {
      kind: 'longTerm',
      area: 'Самообслужване',
      goal: 'Лицето остава да живее в дома си с необходимата подкрепа',
      activities: ['ежедневна помощ при лична хигиена', 'помощ при обличане'],
      expectedResult: 'Личната хигиена се поддържа всеки ден, няма кожни увреждания.',
      responsible: 'социален асистент',
      startDate: '2026-12-01',
      endDate: '2027-11-30',
    },
    {
      kind: 'shortTerm',
      area: 'Ежедневни дейности',
      goal: 'Лицето участва в пазаруването и в приготвянето на храна',
      activities: ['пазаруване два пъти седмично', 'приготвяне на храна заедно с асистента'],
      expectedResult: 'Лицето само избира продуктите и приготвя закуската си.',
      responsible: 'социален асистент, отговорен за случая',
      startDate: '2026-12-01',
      endDate: '2027-05-31',
    },
  ],
  areasWithoutGoal: [
    { area: 'Комуникация и психика', reason: 'Лицето не желае подкрепа в тази област.' },
  ],
  week,
  differenceReason: 'Останалите часове покриват посещения при лекар, уговорени за всеки месец.',
  involvement: 'Лицето предложи часовете; дъщерята пазарува в събота.',
  risks: ['падане в банята', 'пропускане на лекарство'],
  emergencyContact: { name: 'Иванка Георгиева (дъщеря)', phone: '0889111222' },
  generalPractitioner: 'д-р Петя Лекова, тел. 078 55 11 22',
  nextReviewDate: '2027-05-31',
  team: [
    { name: 'Десислава Николова', position: 'социален работник' },
    { name: 'Калина Петрова Психологова', position: 'психолог' },
  ],
  caseManager: { name: 'Десислава Николова', position: 'социален работник' },
  preparedBy: { name: 'Десислава Николова', position: 'социален работник' },
  approvedBy: { name: 'Елена Димитрова Ръководска', position: 'ръководител на услугата' },
}

const item = (text: string, points: number, reason: string | null = null) => ({
  text,
  answer:
    ['самостоятелно', 'с частична помощ или надзор', 'със значителна помощ', 'с пълна помощ'][
      points
    ] ?? '',
  points,
  maxPoints: 3,
  previousPoints: null,
  reason,
})

export const assessment: AssessmentFacts = {
  number: '77',
  date: '2026-10-27',
  draft: false,
  place: 'с. Примерно',
  provider,
  person,
  representative: null,
  signing: { mode: 'person', witnesses: [], ownWish: null },
  service: 'асистентска подкрепа',
  application: { number: '94-1287', date: '2026-10-05' },
  kind: 'initial',
  updateReason: null,
  visit: { date: '2026-10-20', place: 'в дома на лицето', attempt: 1 },
  outcome: 'done',
  witness: null,
  sources: [
    'експертно решение на ТЕЛК № 1234/12.05.2024 г.',
    'предварителна оценка на потребностите № ПО-61/12.10.2026 г.',
  ],
  opinions: [
    {
      from: 'д-р Петя Лекова, личен лекар',
      date: '2026-10-15',
      summary: 'Лицето приема лекарства три пъти дневно и се нуждае от напомняне.',
    },
  ],
  narrative: [
    {
      heading: 'Здравословно състояние',
      text: 'Последици от мозъчен инсулт през 2022 г., дясностранна слабост. Ходи с бастун в дома, навън – само с придружител.',
    },
    { heading: 'Семейна среда', text: 'Живее само. Дъщерята идва в събота.' },
    { heading: 'Жилищни и битови условия', text: '' },
  ],
  otherSupport: [],
  risks: [
    {
      risk: 'падане в банята',
      level: 'high',
      measure: 'помощ при къпане, поставяне на ръкохватка',
    },
    { risk: 'пропускане на лекарство', level: 'medium', measure: 'напомняне при всяко посещение' },
  ],
  noRisks: false,
  methodology: {
    name: 'Методика за оценка на потребностите от асистентска подкрепа',
    version: 1,
    validFrom: '2026-01-01',
    approvedBy: 'заповед № РД-15/20.06.2026 г.',
  },
  areas: [
    {
      letter: 'А',
      name: 'Самообслужване',
      points: 10,
      maxPoints: 21,
      items: [
        item('Хранене', 0),
        item('Обличане', 2),
        item('Личен тоалет', 1),
        item('Къпане', 3, 'Не може да влиза сама във ваната след инсулта.'),
        item('Ползване на тоалетна', 1),
        item('Контрол на тазовите функции', 1),
        item('Вземане на лекарства', 2, 'Личният лекар посочва, че пропуска вечерните.'),
      ],
    },
    {
      letter: 'Б',
      name: 'Движение и позиция',
      points: 9,
      maxPoints: 15,
      items: [
        item('Промяна на позицията в леглото', 1),
        item('Ставане и преместване', 1),
        item('Придвижване в дома', 1),
        item('Стълби', 3),
        item('Придвижване извън дома', 3),
      ],
    },
    {
      letter: 'В',
      name: 'Ежедневни дейности',
      points: 13,
      maxPoints: 18,
      items: [
        item('Готвене', 2),
        item('Пазаруване', 3),
        item('Почистване', 2),
        item('Пране', 2),
        item('Отопление', 3),
        item('Боравене с пари и сметки', 1),
      ],
    },
  ],
  total: 32,
  maxTotal: 90,
  degree: 'I',
  computedMinutesPerMonth: 42 * 60,
  grantedMinutesPerMonth: 42 * 60,
  grantedReason: null,
  why: [
    'Самообслужване 10, движение и позиция 9, ежедневни дейности 13 – всичко 32 точки.',
    '32 точки са в степен I (от 20 до 39 точки).',
    'Степен I дава 42 ч. месечно.',
  ],
  conclusions:
    'Лицето не може само да се къпе, да пазарува и да излиза от дома. С ежедневна подкрепа може да остане в дома си.',
  recommendedActivities: 'самообслужване; движение и придвижване; ежедневни и домакински дейности',
  recommendedMinutesPerDay: 120,
  recommendedTerm: 'medium',
  personView: 'Желае да остане в дома си и асистентът да идва сутрин.',
  team: [
    { name: 'Десислава Николова', position: 'социален работник' },
    { name: 'Калина Петрова Психологова', position: 'психолог' },
    { name: 'Стефан Митев Рехабилитаторов', position: 'кинезитерапевт' },
  ],
  preparedBy: { name: 'Десислава Николова', position: 'социален работник' },
  approvedBy: {
    name: 'Елена Димитрова Ръководска',
    position: 'ръководител на услугата',
    date: '2026-10-27',
  },
}
