import type { ProviderFacts } from '#domain/papers/parties.ts'
import { textVersionName, type StandardText } from '#domain/papers/standard-text.ts'
import { formatPhone } from '#domain/text/format-person.ts'
import { dataHash, shortHash } from '#papers/fingerprint.ts'
import type { Frame } from '#papers/layout-data.ts'

/** What a builder hands over for compiling and freezing. */
export interface Built<T> {
  data: T
  /** SHA-256 of facts and text version: what the foot of the page shows shortened. */
  dataHash: string
  /** `contract-assistant-support/1` */
  textVersion: string
  /** Civil date that the PDF names as its own. */
  documentDate: string
}

export function letterheadOf(provider: ProviderFacts): Frame['letterhead'] {
  const contact = [
    provider.officeAddress ?? provider.address,
    provider.phone === null ? null : `тел. ${formatPhone(provider.phone)}`,
    provider.email,
  ]
  return {
    municipality: provider.municipality,
    office: provider.officeName,
    contact: contact.filter((line): line is string => line !== null && line !== ''),
  }
}

/** „образец „Договор – асистентска подкрепа“, редакция 2“: the text's name as people say it. */
function textVersionWords({ name, version }: StandardText): string {
  return `образец „${name}“, редакция ${String(version)}`
}

/** Head, foot and marks of a paper that rests on a standard text, with the hash of its facts. */
export function frameOf(
  facts: { provider: ProviderFacts; draft: boolean },
  text: StandardText,
  /** „Договор“: what stands before the number in the foot and in the title. */
  word: string,
  reference: string,
): { frame: Frame; hash: string; textVersion: string } {
  const textVersion = textVersionName(text)
  const hash = dataHash({ facts, text })
  const left = [word, reference !== '' ? reference : facts.draft ? '– проект' : '']
    .filter(Boolean)
    .join(' ')
  return {
    frame: {
      title: left,
      author: facts.provider.municipality,
      draft: facts.draft,
      demo: facts.provider.demo,
      letterhead: letterheadOf(facts.provider),
      foot: { left, small: `${textVersionWords(text)} · контролен код ${shortHash(hash)}` },
    },
    hash,
    textVersion,
  }
}
