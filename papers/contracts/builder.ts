import { ageOn } from '#domain/calendar/civil-date.ts'
import type { ContractFacts } from '#domain/contracts/facts.ts'
import { contractCatalogue } from '#domain/papers/catalogues.ts'
import { typographyInside } from '#domain/papers/hard-spaces.ts'
import { mergeText, type MergeValues } from '#domain/papers/merge.ts'
import { signingProblems } from '#domain/papers/signatures.ts'
import type { StandardText } from '#domain/papers/standard-text.ts'
import type { Problem } from '#domain/problems/schema.ts'
import {
  formatDate,
  formatHoursText,
  formatMoneyOfficial,
  formatRegistryNumber,
} from '#domain/text/format.ts'
import { formatPhone } from '#domain/text/format-person.ts'
import { hoursInWords, integerInWords } from '#domain/text/words.ts'
import type { ContractData } from '#papers/layout-data.ts'
import { contractAssistantSupport } from '#papers/contracts/text-assistant-support.ts'
import { frameOf, type Built } from '../kit/frame.ts'
import { partyValues } from '../kit/parties.ts'
import { contractSides, slotData } from '../kit/signatures.ts'
import { weekData } from '../plans/week.ts'
import { referenceOf } from '../kit/words.ts'

/** 84 ч. (осемдесет и четири часа) */
function hoursOfficial(minutes: number): string {
  return `${formatHoursText(minutes)} (${hoursInWords(minutes)})`
}

/** Nobody under 14 has an identity card. */
const isUnder14 = ({ person, date, term }: ContractFacts): boolean =>
  ageOn(person.birthDate, date ?? term.startDate) < 14

const entitlementWords = {
  telk: 'експертно решение на ТЕЛК',
  nelk: 'експертно решение на НЕЛК',
  medicalDocument: 'медицински документ',
} as const

/** „експертно решение на ТЕЛК № 1234/01.03.2025 г.“ */
function entitlementDocument({ entitlement }: ContractFacts): string | null {
  const document = entitlement?.document
  if (!document) return null
  return [entitlementWords[document.kind], referenceOf(document)].filter(Boolean).join(' ')
}

function values(facts: ContractFacts): MergeValues {
  const parties = partyValues(facts)
  const { basis, volume, term, fee, caseManager } = facts
  const by = (role: 'titular' | 'substitute'): string | null =>
    facts.assistants
      .filter((a) => a.role === role)
      .map((a) => a.name)
      .join(', ') || null
  return {
    sexes: parties.sexes,
    fields: {
      ...parties.fields,
      legalBasis: facts.legalBasis,
      'client.birthCertificate': facts.birthCertificate && referenceOf(facts.birthCertificate),
      'entitlement.document': entitlementDocument(facts),
      'basis.application': formatRegistryNumber(basis.application.number, basis.application.date),
      'basis.preliminary': basis.preliminaryAssessment && referenceOf(basis.preliminaryAssessment),
      'basis.assessment': referenceOf(basis.assessment),
      'basis.plan': referenceOf(basis.plan),
      'subject.placeOfService': facts.subject.placeOfService,
      'volume.month': hoursOfficial(volume.minutesPerMonth),
      'volume.week': formatHoursText(volume.minutesPerWeek),
      'volume.day': formatHoursText(volume.minutesPerDay),
      'volume.dailyLimit': formatHoursText(volume.dailyLimitMinutes),
      'term.start': formatDate(term.startDate),
      'term.end': formatDate(term.endDate),
      'fee.amount': formatMoneyOfficial(fee.monthlyCents),
      // The texts of the settings may end in a full stop; the sentence has its own.
      'fee.basis': fee.basisText.trim().replace(/\.$/, ''),
      'caseManager.name': caseManager.name,
      'caseManager.position': caseManager.position,
      'caseManager.phone': caseManager.phone === null ? null : formatPhone(caseManager.phone),
      'assistant.titular': by('titular'),
      'assistant.substitute': by('substitute'),
      'privacy.officer': facts.privacy.officer,
      'complaints.addressee': facts.complaints.addressee,
      copies: integerInWords(facts.copies, 'masculine'),
    },
    facts: {
      ...parties.facts,
      identity: isUnder14(facts) ? 'birthCertificate' : 'card',
      entitlement: facts.entitlement?.group ?? 'unknown',
      entitlementDocument: facts.entitlement?.document ? 'recorded' : 'none',
      preliminary: basis.preliminaryAssessment === null ? 'none' : 'recorded',
      fee: fee.monthlyCents > 0 ? 'due' : 'none',
      term: term.kind,
      assistants: facts.assistants.filter((a) => a.role === 'titular').length > 1 ? 'more' : 'one',
      substitute: by('substitute') === null ? 'none' : 'named',
      officer: facts.privacy.officer === null ? 'none' : 'named',
      copies: facts.copies === 1 ? 'one' : facts.copies === 2 ? 'two' : 'more',
    },
  }
}

/** Paper data of „Договор за ползване на социална услуга“ (ЗСУ чл. 85). */
export function buildContract(
  facts: ContractFacts,
  text: StandardText = contractAssistantSupport,
): Built<ContractData> {
  const { frame, hash, textVersion } = frameOf(facts, text, 'Договор', referenceOf(facts))
  const last = facts.subject.activities.length - 1
  return {
    dataHash: hash,
    textVersion,
    documentDate: facts.date ?? facts.term.startDate,
    data: typographyInside<ContractData>({
      frame,
      text: mergeText(text, contractCatalogue, values(facts)),
      activities: facts.subject.activities.map((activity, i) => ({
        number: i + 1,
        runs: [`${activity}${i === last ? '.' : ';'}`],
      })),
      week: weekData(facts.volume.week),
      sides: contractSides(facts),
      coordinated: facts.coordinatedBy.map((position) =>
        slotData({ role: 'coordinator', name: '', position }),
      ),
      enclosures: [`индивидуален план за подкрепа ${referenceOf(facts.basis.plan)}`],
    }),
  }
}

/** What the law needs and the facts lack; the paper is not issued before it is there. */
export function missingForContract(facts: ContractFacts): Problem[] {
  const empty = (value: string | null): boolean => value === null || value.trim() === ''
  const need: [boolean, (string | number)[]][] = [
    [empty(facts.place), ['place']],
    [empty(facts.provider.municipality), ['provider', 'municipality']],
    [empty(facts.provider.eik), ['provider', 'eik']],
    [empty(facts.provider.address), ['provider', 'address']],
    [empty(facts.provider.signatory.name), ['provider', 'signatory', 'name']],
    [empty(facts.person.fullName), ['person', 'fullName']],
    [empty(facts.person.identifier), ['person', 'identifier']],
    [empty(facts.person.currentAddress), ['person', 'currentAddress']],
    [empty(facts.basis.application.number), ['basis', 'application']],
    [empty(facts.basis.assessment.number), ['basis', 'assessment']],
    [empty(facts.basis.plan.number), ['basis', 'plan']],
    [facts.subject.activities.length === 0, ['subject', 'activities']],
    [facts.volume.minutesPerMonth <= 0, ['volume', 'minutesPerMonth']],
    [facts.volume.week.length === 0, ['volume', 'week']],
    [empty(facts.fee.basisText), ['fee', 'basisText']],
    [empty(facts.caseManager.name), ['caseManager', 'name']],
    [empty(facts.complaints.addressee), ['complaints', 'addressee']],
  ]
  const missing = need
    .filter(([isMissing]) => isMissing)
    .map(([, path]): Problem => ({ code: 'paperValueMissing', path }))
  return [...missing, ...signingProblems(facts.representative, facts.signing)]
}

/**
 * What will stand as an empty line, to be filled in by hand. The law does not stop the contract for
 * it (minimum content: ЗСУ чл. 85, ал. 4, not settled); who issues it is told before.
 */
export function emptyLinesOf(facts: ContractFacts): Problem[] {
  const { representative, signing } = facts
  const identity = isUnder14(facts) ? facts.birthCertificate : facts.person.idCard
  const lines: [boolean, string[]][] = [
    [identity === null, ['person', isUnder14(facts) ? 'birthCertificate' : 'idCard']],
    [representative !== null && !representative.identifier, ['representative', 'identifier']],
    [representative !== null && !representative.address, ['representative', 'address']],
    [signing.witnesses.some(({ fullName }) => fullName === ''), ['signing', 'witnesses']],
  ]
  return lines.filter(([empty]) => empty).map(([, path]) => ({ code: 'paperLineEmpty', path }))
}
