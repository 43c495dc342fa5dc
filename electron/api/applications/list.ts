import { daysOfPeriod, entryPeriods, type ApplicationListRow } from '#domain/applications/list.ts'
import { shownApplicationStates } from '#domain/applications/schema.ts'
import { openStates } from '#domain/applications/states.ts'
import {
  applicationListing,
  countApplicationsByState,
  type ApplicationFilter,
} from '#db/queries/applications-list.ts'
import { shownStateOf } from '#db/queries/application-state.ts'
import { dueDay } from '../kernel/days.ts'
import type { AskedList, ListCall, ListSource } from '../kernel/list-source.ts'
import { responsibleAsked, responsibleNames, responsibleOptions } from './responsible-list.ts'

export const filterOf = (call: ListCall, asked: AskedList) => {
  const { text, view, filters, chosen } = asked
  const { today } = call
  const period = entryPeriods.find((one) => one === filters['period'])
  const state = shownApplicationStates.find((one) => one === view)
  const states = view === 'open' ? openStates : state ? [state] : undefined
  return {
    ...(text ? { text } : {}),
    ...(states ? { shown: states, on: today } : {}),
    ...(period ? daysOfPeriod(period, today) : {}),
    ...responsibleAsked(call, asked),
    chosen,
  } satisfies ApplicationFilter & { chosen: unknown }
}

export const applicationsSource: ListSource<ApplicationListRow> = {
  rows: (call, asked, window) => {
    const { db, today } = call
    const name = responsibleNames(db)
    return applicationListing.rows(db, filterOf(call, asked), asked.order, window).map((line) => ({
      id: line.id,
      personId: line.personId,
      firstName: line.firstName,
      middleName: line.middleName,
      lastName: line.lastName,
      idKind: line.idKind,
      idNumber: line.idNumber,
      settlementKind: line.settlementKind,
      settlement: line.settlement,
      entryNumber: line.entryNumber,
      entryDate: line.entryDate,
      state: shownStateOf(db, line, today),
      documentsDueDate: dueDay(db, line.documentsDueDate),
      responsible: name(line.responsibleId),
    }))
  },
  count: (call, asked) => applicationListing.count(call.db, filterOf(call, asked)),
  options: responsibleOptions,
  viewCounts: ({ db, today }) => {
    const states = countApplicationsByState(db, today)
    const sum = (of: readonly (keyof typeof states)[]) =>
      of.reduce((all, state) => all + (states[state] ?? 0), 0)
    return { ...states, open: sum(openStates), all: sum(shownApplicationStates) }
  },
}
