import { useQuery } from '@tanstack/react-query'
import { createContext, use } from 'react'
import { formatHoursText } from '#domain/text/format.ts'
import { orpc } from '#renderer/shell/client.ts'
import { t } from '#renderer/shell/i18n.ts'
import type { Choice } from '#renderer/components/fields/choice-fields.tsx'
import { ComboField } from '#renderer/components/fields/combo-field.tsx'
import type { FieldProps } from '#renderer/components/fields/use-field.ts'
import type { OfferLine, OneCase } from './found.ts'
import { reasonBadge } from './reason-text.ts'

/** Whom the boxes of one dialog choose from; each page says it around its dialog. */
export const AssistantChoices = createContext<readonly Choice[]>([])

/** An assistant by the beginning of a name; F2 shows all, in the order of the offers. */
export function AssistantField(props: FieldProps) {
  return <ComboField {...props} choices={use(AssistantChoices)} />
}

/** Name, and what is free – or what stands in the way; the substitute is found by that word too. */
export function offerChoice({
  employmentId,
  name,
  possible,
  reasons,
  normMinutes,
  plannedMinutes,
}: OfferLine): Choice {
  // What blocks stands before all else.
  const told = reasons.find(({ weight, code }) => weight === 'blocks' || code === 'substitutesNow')
  const free =
    !possible || normMinutes === null
      ? ''
      : t('assignments:freeShort', {
          hours: formatHoursText(Math.max(0, normMinutes - plannedMinutes)),
        })
  return {
    value: employmentId,
    label: [name, told ? reasonBadge(told).word : '', free].filter(Boolean).join(' – '),
    disabled: !possible,
  }
}

/** Everybody who may help by this application, the best first. */
export function useOffers(applicationId: string): readonly Choice[] {
  const { data } = useQuery(
    orpc.assignments.choice.queryOptions({
      input: { applicationId, day: null, minutesPerMonth: null, sex: null },
    }),
  )
  return data?.offers.map(offerChoice) ?? []
}

/** Everybody of the team who helps in homes, as a choice. */
export const teamChoices = (team: OneCase['team']): readonly Choice[] =>
  team.map(({ employmentId, name, position }) => ({
    value: employmentId,
    label: [name, position].filter(Boolean).join(' – '),
  }))
