import { daysOfPeriod, entryPeriods } from '#domain/applications/list.ts'
import type { CandidateListRow } from '#domain/candidates/list.ts'
import { candidacyStates } from '#domain/candidates/schema.ts'
import { isOpenCandidacy } from '#domain/candidates/states.ts'
import {
  candidateListing,
  countCandidaciesByState,
  type CandidateFilter,
} from '#db/queries/candidates-list.ts'
import { campaignsOf } from '#db/queries/candidates.ts'
import type { AskedList, ListSource } from '../kernel/list-source.ts'

const open = candidacyStates.filter(isOpenCandidacy)

const filterOf = ({ text, view, filters, chosen }: AskedList, today: string) => {
  const period = entryPeriods.find((one) => one === filters['period'])
  const { campaign = '' } = filters
  const state = candidacyStates.find((one) => one === view)
  const states = view === 'open' ? open : state ? [state] : undefined
  return {
    ...(text ? { text } : {}),
    ...(states ? { states } : {}),
    ...(campaign === '' ? {} : { campaign }),
    ...(period ? daysOfPeriod(period, today) : {}),
    chosen,
  } satisfies CandidateFilter & { chosen: unknown }
}

export const candidatesSource: ListSource<CandidateListRow> = {
  rows: ({ db, today }, asked, window) =>
    candidateListing
      .rows(db, filterOf(asked, today), asked.order, window)
      .map(({ birthDate: _birthDate, sex: _sex, deathDate: _deathDate, ...line }) => line),
  count: ({ db, today }, asked) => candidateListing.count(db, filterOf(asked, today)),
  viewCounts: ({ db }) => {
    const states = countCandidaciesByState(db)
    const sum = (of: readonly (keyof typeof states)[]) =>
      of.reduce((all, state) => all + (states[state] ?? 0), 0)
    return { ...states, open: sum(open), all: sum(candidacyStates) }
  },
  options: {
    campaign: ({ db }) => campaignsOf(db).map((campaign) => ({ id: campaign, text: campaign })),
  },
}
