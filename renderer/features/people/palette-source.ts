import { FilePlus2, FolderOpen, UserRoundPen, UserRoundPlus } from 'lucide-react'
import { formatFullName, formatSettlement } from '#domain/text/format-person.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { t } from '#renderer/shell/i18n.ts'
import type { PaletteRow, PaletteSource } from '#renderer/shell/palette-source.ts'
import { deadlineText, deadlineTone, personBadge } from './case-status.ts'
import { nameForNewPerson } from './new-person-name.ts'

type Found = Awaited<ReturnType<typeof client.people.search>>['people'][number]
type Status = Awaited<ReturnType<typeof client.cases.statuses>>[number]

function rowOf(person: Found, status: Status | undefined): PaletteRow {
  const badge = status && personBadge(status)
  const deadline = status?.deadline
  const to = addressOf(routes.person, person.id)
  return {
    id: `person:${person.id}`,
    kind: 'people',
    title: formatFullName(person),
    facts: [
      // First, because it comes later: what stands to the right of it keeps its place.
      deadline && deadlineTone(deadline) !== 'calm' ? deadlineText(deadline) : '',
      t('people:bornIn', { year: person.birthDate.slice(0, 4) }),
      person.idNumber,
      formatSettlement(person),
    ].filter(Boolean),
    ...(badge ? { status: badge } : {}),
    to,
    actions: [
      {
        id: 'open',
        kind: 'actions',
        title: t('people:actions.dossier'),
        icon: FolderOpen,
        to,
      },
      {
        id: 'application',
        kind: 'actions',
        title: t('people:actions.application'),
        icon: FilePlus2,
        to: addressOf(routes.newApplicationOf, person.id),
        permission: 'applications.write',
        page: routes.newApplicationOf,
      },
      {
        id: 'contract',
        kind: 'actions',
        title: t('people:actions.contract'),
        icon: FilePlus2,
        to: addressOf(routes.newContractOf, person.id),
        permission: 'contracts.write',
        page: routes.newContractOf,
      },
      {
        id: 'edit',
        kind: 'actions',
        title: t('people:actions.edit'),
        icon: UserRoundPen,
        to: addressOf(routes.editPerson, person.id),
        permission: 'people.write',
      },
    ],
  }
}

async function withStatus(people: readonly Found[], signal: AbortSignal) {
  const statuses = await client.cases.statuses({ ids: people.map(({ id }) => id) }, { signal })
  const byId = new Map(statuses.map((status) => [status.personId, status]))
  return people.map((person) => rowOf(person, byId.get(person.id)))
}

/** People for Ctrl+K: parts of names in any order, ЕГН and telephone from four digits, village. */
export const peopleSource: PaletteSource = {
  id: 'people',
  kind: 'people',
  permission: 'search.use',
  async search(text, signal) {
    const { people, shownFor } = await client.people.search(
      { text: text.slice(0, 120) },
      { signal },
    )
    const shown = people.slice(0, 12)
    return {
      rows: shown.map((person) => rowOf(person, undefined)),
      ...(shown.length > 0 ? { later: withStatus(shown, signal) } : {}),
      ...(shownFor ? { shownFor: shownFor.text } : {}),
    }
  },
  offerNew: (text) => ({
    id: 'person:new',
    kind: 'actions',
    title: t('people:palette.newNamed', { text }),
    icon: UserRoundPlus,
    permission: 'people.write',
    before: () => {
      nameForNewPerson.set(text)
    },
    to: routes.newPerson,
  }),
}
