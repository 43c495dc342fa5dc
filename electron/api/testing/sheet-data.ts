import { emptyAssessment, type AssessmentInput } from '#domain/assessments/schema.ts'
import type { Methodology } from '#domain/methodologies/schema.ts'

/** Every row answered by the option at this place, counted from 0; the last one where there are fewer. */
export function answersAt(methodology: Methodology, place: number): AssessmentInput['answers'] {
  return methodology.groups.flatMap((group) =>
    group.items.map((item) => ({
      itemId: item.id,
      optionId: (item.options[place] ?? item.options.at(-1))?.id ?? null,
      reason: '',
    })),
  )
}

/** A sheet with everything that the law asks for; rows at `place`. */
export function wholeSheet(
  applicationId: string,
  methodology: Methodology,
  place = 2,
  own: Partial<AssessmentInput> = {},
): AssessmentInput {
  return {
    ...emptyAssessment(applicationId),
    assessmentDate: '2026-11-13',
    visitDate: '2026-11-12',
    visitPlace: 'в дома на лицето',
    answers: answersAt(methodology, place),
    team: [
      { name: 'Десислава Николова', position: 'социален работник' },
      { name: 'Калина Петрова', position: 'психолог' },
    ],
    sources: ['епикриза от 01.10.2026 г.'],
    narrative: {
      health: 'Последици от инсулт, ходи с бастун.',
      mentalEmotional: 'Спокойно, ориентирано.',
      familySupport: 'Дъщеря в София, идва веднъж месечно.',
      social: 'Общува със съседи.',
      housing: 'Едноетажна къща, печка на дърва.',
      incomeAndWork: '',
      otherSupport: 'не ползва',
      strengths: '',
    },
    risks: [{ risk: 'падане', level: 'high', measure: 'парапет в банята' }],
    personView: 'Иска да остане в дома си.',
    conclusions: 'Нуждае се от ежедневна помощ.',
    recommendedActivities: ['selfCare', 'dailyTasks'],
    recommendedMinutesPerDay: 180,
    recommendedTerm: 'medium',
    ...own,
  }
}
