import { typographyInside } from '#domain/papers/hard-spaces.ts'
import type { ProviderFacts } from '#domain/papers/parties.ts'
import { formatDate, formatNumber, formatRegistryNumber } from '#domain/text/format.ts'
import type { PileData } from '#papers/layout-data.ts'
import { letterheadOf, type Built } from '../kit/frame.ts'

export interface PileFacts {
  provider: ProviderFacts
  /** „Договори за ползване“: what the pile is of. */
  name: string
  /** Civil date of printing. */
  date: string
  copies: number
  rows: {
    number: string | null
    date: string | null
    person: string
    settlement: string
    pages: number
  }[]
}

/** Cover list of a pile of frozen papers, in the order they lie. */
export function buildPileCover(facts: PileFacts): Omit<Built<PileData>, 'dataHash'> {
  const date = formatDate(facts.date)
  const pages = facts.rows.reduce((sum, row) => sum + row.pages, 0)
  const numbers = facts.rows.map((r) => r.number).filter((n): n is string => n !== null)
  const range =
    numbers.length === 0
      ? null
      : numbers.length === 1
        ? (numbers[0] ?? null)
        : `от ${numbers[0] ?? ''} до ${numbers.at(-1) ?? ''}`
  return {
    textVersion: 'pile-cover/1',
    documentDate: facts.date,
    data: typographyInside<PileData>({
      frame: {
        title: `Опис на купчината – ${facts.name}`,
        author: facts.provider.municipality,
        draft: false,
        demo: facts.provider.demo,
        letterhead: letterheadOf(facts.provider),
        foot: { left: `Опис на купчината – ${facts.name}, ${date}`, small: '' },
      },
      name: facts.name,
      date,
      summary: [
        { label: 'Документи', value: formatNumber(facts.rows.length) },
        { label: 'Номера', value: range },
        { label: 'Екземпляри от всеки', value: formatNumber(facts.copies) },
        { label: 'Страници в един екземпляр', value: formatNumber(pages) },
      ],
      rows: facts.rows.map((row) => ({
        number: row.number === null ? 'проект' : formatRegistryNumber(row.number, row.date),
        person: row.person,
        settlement: row.settlement,
        pages: formatNumber(row.pages),
      })),
    }),
  }
}
