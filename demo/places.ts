/** An invented municipality: a town and seventeen villages that no map shows. */
export const municipality = 'Примерна'
export const region = 'Кюстендил'

export interface Place {
  kind: 'town' | 'village'
  name: string
  postCode: string
  /** Share of the people, in parts of the whole. */
  weight: number
}

export const places: readonly Place[] = [
  { kind: 'town', name: 'Примерна', postCode: '2599', weight: 46 },
  { kind: 'village', name: 'Горно Примерово', postCode: '2598', weight: 8 },
  { kind: 'village', name: 'Долно Примерово', postCode: '2598', weight: 6 },
  { kind: 'village', name: 'Старобуково', postCode: '2597', weight: 5 },
  { kind: 'village', name: 'Каменоструй', postCode: '2597', weight: 4 },
  { kind: 'village', name: 'Златодолец', postCode: '2596', weight: 4 },
  { kind: 'village', name: 'Бистрокладенец', postCode: '2596', weight: 4 },
  { kind: 'village', name: 'Росополяна', postCode: '2595', weight: 3 },
  { kind: 'village', name: 'Малка Вършина', postCode: '2595', weight: 3 },
  { kind: 'village', name: 'Голяма Вършина', postCode: '2595', weight: 3 },
  { kind: 'village', name: 'Орехокамък', postCode: '2594', weight: 3 },
  { kind: 'village', name: 'Тихоброд', postCode: '2594', weight: 2 },
  { kind: 'village', name: 'Дренолъка', postCode: '2593', weight: 2 },
  { kind: 'village', name: 'Шипковидин', postCode: '2593', weight: 2 },
  { kind: 'village', name: 'Върбокоритен', postCode: '2592', weight: 2 },
  { kind: 'village', name: 'Ясенобряг', postCode: '2592', weight: 1 },
  { kind: 'village', name: 'Снежодол', postCode: '2591', weight: 1 },
  { kind: 'village', name: 'Мъхокамене', postCode: '2591', weight: 1 },
]

export const townStreets = [
  'Първа', 'Втора', 'Трета', 'Здравец', 'Люляк', 'Явор', 'Липа', 'Пролет', 'Брезова', 'Изгрев',
  'Минзухар', 'Ружа', 'Речна', 'Градинска', 'Воденична',
] as const // prettier-ignore

export const quarters = ['Изток', 'Запад', 'Центъра', 'Гарата'] as const
