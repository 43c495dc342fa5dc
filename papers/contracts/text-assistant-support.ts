import type { StandardText } from '#domain/papers/standard-text.ts'
import { courseSections } from './text/course.ts'
import { dutySections } from './text/duties.ts'
import { preamble } from './text/parties.ts'
import { priceSections } from './text/price.ts'
import { serviceSections } from './text/service.ts'

/**
 * Договор за ползване на социална услуга „асистентска подкрепа“ (ЗСУ, чл. 85). Which sentence rests
 * on which article and which are the office's choice: docs/decisions/0007-papers-by-typst.md.
 */
export const contractAssistantSupport: StandardText = {
  id: 'contract-assistant-support',
  name: 'Договор – асистентска подкрепа',
  catalogue: 'contract',
  version: 2,
  validFrom: '2026-12-01',
  title: 'ДОГОВОР № {paper.number}/{paper.date}',
  subtitle: 'за ползване на социална услуга „{service}“',
  preamble,
  sections: [...serviceSections, ...priceSections, ...dutySections, ...courseSections],
}
