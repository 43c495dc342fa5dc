import { formatDate } from '#domain/text/format.ts'
import type { RecoveryData } from '#papers/layout-data.ts'
import type { Built } from '../kit/frame.ts'

export interface RecoverySheetFacts {
  municipality: string
  officeName: string
  demo: boolean
  /** Civil date of issue. */
  date: string
  /** The code in the groups in which it is typed back. */
  groups: string[]
}

/**
 * The recovery sheet. Its code goes into the compiler and nowhere else: no hash, no number, nothing
 * is kept, and the bytes are given to the printer and dropped.
 */
export function buildRecoverySheet(
  facts: RecoverySheetFacts,
): Omit<Built<RecoveryData>, 'dataHash'> {
  const date = formatDate(facts.date)
  return {
    textVersion: 'recovery-sheet/2',
    documentDate: facts.date,
    data: {
      frame: {
        title: 'Лист за възстановяване',
        author: facts.municipality,
        draft: false,
        demo: facts.demo,
        letterhead: { municipality: facts.municipality, office: facts.officeName, contact: [] },
        foot: {
          left: `Лист за възстановяване, издаден на ${date}`,
          small: 'Един екземпляр. Не се копира.',
        },
      },
      date,
      groups: facts.groups,
    },
  }
}
