import type { PresenceFacts } from '#domain/events/facts.ts'
import type { EventKind, Presence } from '#domain/events/schema.ts'
import { typographyInside } from '#domain/papers/hard-spaces.ts'
import { formatClock, formatDateInput, formatHoursText } from '#domain/text/format.ts'
import type { PresenceData } from '#papers/layout-data.ts'
import { letterheadOf, type Built } from '../kit/frame.ts'
import { slotData } from '../kit/signatures.ts'
import { sentenceCase } from '../kit/words.ts'

const kindWords: Record<EventKind, string> = {
  training: 'Обучение',
  supervision: 'Супервизия',
  psychological: 'Психологическа подкрепа',
  consultation: 'Консултация',
  information: 'Информиране',
}

const leaderWords: Record<EventKind, string> = {
  training: 'обучител',
  supervision: 'супервизор',
  psychological: 'психолог',
  consultation: 'консултант',
  information: 'водещ',
}

const marks: Record<Presence, string> = {
  present: 'да',
  absent: 'не',
  excused: 'уваж.',
}

/** Sessions that an upright page has room for beside a name. */
const uprightSessions = 4

/** Присъствен списък: a line to sign for each session, or what was marked. */
export function buildPresence(facts: PresenceFacts): Omit<Built<PresenceData>, 'dataHash'> {
  const { provider, sessions, people } = facts
  const title = 'Присъствен списък'
  const group = facts.groupName === '' ? [] : [{ label: 'Група', value: facts.groupName }]
  return {
    textVersion: 'presence-list/1',
    documentDate: facts.date,
    data: typographyInside<PresenceData>({
      frame: {
        title: `${title}, ${facts.topic}`,
        author: provider.municipality,
        draft: false,
        demo: provider.demo,
        letterhead: letterheadOf(provider),
        foot: { left: title, small: '' },
      },
      title: title.toLocaleUpperCase('bg'),
      rows: [
        { label: kindWords[facts.kind], value: facts.topic, strong: true },
        ...group,
        { label: sentenceCase(leaderWords[facts.kind]), value: facts.leader },
        { label: 'Място', value: facts.place },
        { label: 'Продължителност', value: formatHoursText(facts.minutes) },
      ],
      flipped: sessions.length > uprightSessions,
      sessions: sessions.map(({ onDate, fromMinute, toMinute }) => ({
        day: formatDateInput(onDate),
        // Without „ч.“: a narrow column breaks behind the dash.
        time: `${formatClock(fromMinute)}–${formatClock(toMinute % 1440)}`,
      })),
      people: people.map((one) => ({
        name: one.name,
        position: one.position,
        marks: one.marks.map((mark) => (mark === null ? '' : marks[mark])),
      })),
      slots: [
        slotData({ role: 'coordinator', name: facts.leader, position: leaderWords[facts.kind] }),
        slotData({ role: 'headOfService', name: provider.headOfService ?? '' }),
      ],
    }),
  }
}
