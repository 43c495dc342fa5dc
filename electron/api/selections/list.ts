import { campaignKey } from '#domain/candidates/rules.ts'
import { placesOf } from '#domain/selections/places.ts'
import type { SelectionListRow } from '#domain/selections/list.ts'
import { standingPoints } from '#domain/selections/rules.ts'
import { formatSettlement, formatSurnameFirst } from '#domain/text/format-person.ts'
import { campaignsOf } from '#db/queries/candidates.ts'
import { poolRows } from '#db/queries/selections-list.ts'
import type { AskedList, ListCall, ListSource } from '../kernel/list-source.ts'
import { shortList } from '../kernel/short-list.ts'

/** The pool of a campaign and a position, with the place of each among them. */
function pool({ db }: ListCall, { filters }: Pick<AskedList, 'filters'>): SelectionListRow[] {
  const { campaign = '', position = '' } = filters
  const rows = poolRows(db)
    .filter((row) => campaign === '' || row.campaignKey === campaignKey(campaign))
    .filter((row) => position === '' || row.position === position)
    .map((row) => {
      const approved = row.cardState === 'approved'
      const cardPoints = approved ? row.points : null
      const commissionPoints = approved ? row.commissionPoints : null
      return {
        id: row.id,
        personId: row.personId,
        name: formatSurnameFirst(row),
        settlement: formatSettlement(row),
        entryNumber: row.entryNumber,
        campaign: row.campaign,
        position: row.position,
        dailyMinutes: row.dailyMinutes,
        cardPoints,
        commissionPoints,
        points: standingPoints({ points: cardPoints, commissionPoints }),
      }
    })
  const places = placesOf(rows)
  return rows.map((row) => ({ ...row, place: places.get(row.id) ?? null }))
}

/** The place depends on whom one stands among: the filters decide before anything is counted. */
const poolOf = (asked: Pick<AskedList, 'filters'>) =>
  shortList<SelectionListRow>({
    all: (call) => pool(call, asked),
    id: ({ id }) => id,
    inView: ({ place }, view) =>
      view === 'tied' ? place?.tied === true : view !== 'withoutCard' || place === null,
    words: ({ name, settlement, entryNumber }) => [name, settlement, entryNumber],
    orders: {
      // Whoever has no place stands after those who have one.
      place: ({ place, name }) => [place?.place ?? Number.MAX_SAFE_INTEGER, name],
      name: ({ name }) => [name],
    },
  })

export const selectionsSource: ListSource<SelectionListRow> = {
  rows: (call, asked, window) => poolOf(asked).rows(call, asked, window),
  count: (call, asked) => poolOf(asked).count(call, asked),
  options: {
    campaign: ({ db }) => campaignsOf(db).map((campaign) => ({ id: campaign, text: campaign })),
  },
}
