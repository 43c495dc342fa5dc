import type { OwnDay } from './schema.ts'

/**
 * Days that the Council of Ministers declared once (КТ, чл. 154, ал. 3), with the decision. Only what
 * is known stands here; what it declares after a release, the office writes in itself, and a line of
 * the office wins over one of these.
 */
export const councilDays: readonly OwnDay[] = [
  {
    date: '2025-12-31',
    kind: 'off',
    reason: 'решение на Министерския съвет от 19.11.2025 г. – въвеждане на еврото',
  },
  {
    date: '2026-01-02',
    kind: 'off',
    reason: 'решение на Министерския съвет от 19.11.2025 г. – въвеждане на еврото',
  },
]
