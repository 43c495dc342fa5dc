import type { CertificateFacts } from '#domain/events/facts.ts'
import { eventCatalogue } from '#domain/papers/catalogues.ts'
import { typographyInside } from '#domain/papers/hard-spaces.ts'
import { mergeText } from '#domain/papers/merge.ts'
import { providerSlots } from '#domain/papers/signatures.ts'
import { formatDate, formatHoursText } from '#domain/text/format.ts'
import type { StatementData } from '#papers/layout-data.ts'
import { frameOf, type Built } from '../kit/frame.ts'
import { slotData } from '../kit/signatures.ts'
import { identifierText, referenceOf } from '../kit/words.ts'
import { eventCertificate } from './certificate-text.ts'

/** Удостоверение за преминато обучение. */
export function buildCertificate(facts: CertificateFacts): Built<StatementData> {
  const { provider, participant } = facts
  const reference = referenceOf(facts)
  const { frame, hash, textVersion } = frameOf(facts, eventCertificate, 'Удостоверение', reference)
  return {
    dataHash: hash,
    textVersion,
    documentDate: facts.date ?? facts.lastDay,
    data: typographyInside<StatementData>({
      frame,
      text: mergeText(eventCertificate, eventCatalogue, {
        fields: {
          place: facts.place,
          'paper.number': facts.number,
          'paper.date': facts.date === null ? null : formatDate(facts.date),
          'provider.municipality': provider.municipality,
          'provider.office': provider.officeName,
          'participant.name': participant.fullName,
          'participant.identifier': identifierText(
            participant.identifierKind,
            participant.identifier,
          ),
          'event.topic': facts.topic,
          'event.programme': facts.programme,
          'event.first': formatDate(facts.firstDay),
          'event.last': formatDate(facts.lastDay),
          'event.hours': formatHoursText(facts.minutes),
          'event.attended': formatHoursText(facts.attendedMinutes),
          'event.leader': facts.leader,
        },
        facts: {
          programme: facts.programme === '' ? 'none' : 'named',
          days: facts.firstDay === facts.lastDay ? 'one' : 'several',
        },
        sexes: {},
      }),
      rows: [],
      points: [],
      sides: [
        {
          heading: 'РЪКОВОДИТЕЛ:',
          slots: [slotData({ role: 'headOfService', name: provider.headOfService ?? '' })],
        },
        {
          heading: 'ЗА ОБЩИНАТА:',
          slots: providerSlots({ ...provider, chiefAccountant: null }).map((slot) =>
            slotData(slot, provider.municipality),
          ),
        },
      ],
    }),
  }
}
