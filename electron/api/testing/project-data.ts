import type { ProjectInput } from '#domain/projects/schema.ts'

/** A project of an invented village, as its page saves it. */
export const village: ProjectInput = {
  name: 'Грижа в село',
  contractNumber: 'BG05M9OP001-2.002-0001-C001',
  municipality: 'Примерна',
  role: 'partner',
  beneficiary: 'Агенция за социално подпомагане',
  programme: 'Програма „Пример“',
  total: { cents: 1_000_050, currency: 'BGN' },
  startsOn: '2026-11',
  endsOn: '2026-11-16',
  durationMonths: 26,
  serviceMonths: 24,
}
