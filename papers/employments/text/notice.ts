import type { StandardText } from '#domain/papers/standard-text.ts'

/** Лист за уведомление до НАП: what is typed into the electronic record, on one page. */
export const employmentNotice: StandardText = {
  id: 'employment-notice',
  name: 'Лист за уведомление до НАП',
  catalogue: 'employment',
  version: 1,
  validFrom: '2026-12-01',
  title: 'ЛИСТ ЗА УВЕДОМЛЕНИЕ ДО НАП',
  subtitle: 'чл. 62, ал. 3 от Кодекса на труда – единен електронен трудов запис',
  preamble: [
    {
      text: 'Работодател: {provider.municipality}, ЕИК по БУЛСТАТ {provider.eik}. Служител: {employee.name}, {employee.identifier}.',
    },
  ],
  sections: [],
  closing: [
    { text: 'Уведомлението е подадено на {notice.sent}, входящ номер {notice.reference}.' },
  ],
}
