import type { Methodology, MethodologyItem } from './schema.ts'

/*
 * The card by which a new office selects assistants, until it enters its own approved one: a proposal.
 * No act sets the criteria; municipalities name qualification, experience and personal qualities.
 */

/** Answers worth 0, 1, 2 … points, in this order. */
function row(id: string, text: string, ...answers: string[]): MethodologyItem {
  return {
    id,
    text,
    options: answers.map((answer, points) => ({
      id: `o${String(points)}`,
      text: answer,
      points,
      extraMinutes: 0,
    })),
    weightPercent: 100,
    direction: 'need',
    reason: 'always',
    minAge: null,
    maxAge: null,
  }
}

const degree = ['слабо', 'добре', 'много добре'] as const

/** Version 1 of the delivered card: 12 rows, 26 points. */
export const selectionMethodology: Methodology = {
  code: 'selection',
  kind: 'selection',
  version: 1,
  name: 'Карта за подбор на асистенти',
  validFrom: '2020-07-01',
  approvedBy: null,
  groups: [
    {
      id: 'READY',
      letter: 'А',
      name: 'Подготовка и опит',
      needsGoal: false,
      items: [
        row('education', 'Образование', 'основно', 'средно', 'висше'),
        row(
          'training',
          'Специално обучение',
          'няма',
          'друго обучение в социалната или здравната сфера',
          'обучение за личен или социален асистент',
        ),
        row('disability', 'Опит с хора с увреждания', 'няма', 'до една година', 'над една година'),
        row('elderly', 'Опит с възрастни хора', 'няма', 'до една година', 'над една година'),
      ],
    },
    {
      id: 'QUALITY',
      letter: 'Б',
      name: 'Лични качества',
      needsGoal: false,
      items: [
        row('motivation', 'Мотивация за работата', ...degree),
        row('knowledge', 'Познаване на услугата', ...degree),
        row('communication', 'Комуникативност', ...degree),
        row('patience', 'Търпение и съпричастност', ...degree),
        row(
          'fitness',
          'Физическа годност за работата',
          'само за леки дейности',
          'за повечето дейности',
          'за всички дейности',
        ),
        row('order', 'Организираност', ...degree),
      ],
    },
    {
      id: 'TRUST',
      letter: 'В',
      name: 'Поведение и доверие',
      needsGoal: false,
      items: [
        row(
          'crisis',
          'Поведение в кризисна ситуация',
          'не знае какво да направи',
          'търси помощ',
          'действа правилно с напътствие',
          'действа правилно и спокойно',
        ),
        row(
          'named',
          'Посочен от потребител',
          'не е посочен',
          'готов е да работи с всяко лице',
          'познат е на лице от услугата',
          'посочен е от лице, което е съгласно',
        ),
      ],
    },
  ],
  coefficients: [{ minAge: null, maxAge: null, percent: 100 }],
  bands: [],
  maxMinutesPerMonth: null,
  tieBreakers: [],
  commentThreshold: 3,
}
