import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { textVersionName } from '#domain/papers/standard-text.ts'
import { assessmentAssistantSupport } from './assessments/text-assistant-support.ts'
import { assessmentNotCarriedOut } from './assessments/text-not-carried-out.ts'
import { assignmentChangeText } from './assignments/text/change.ts'
import { assistantChoiceText } from './assignments/text/choice.ts'
import { contractAssistantSupport } from './contracts/text-assistant-support.ts'
import { employmentAnnex } from './employments/text/annex.ts'
import { civilContract } from './employments/text/civil.ts'
import { employmentEnd } from './employments/text/end.ts'
import { labourContract } from './employments/text/labour.ts'
import { employmentNotice } from './employments/text/notice.ts'
import { confidentiality, jobDescription } from './employments/text/sheets.ts'
import { letterExpiring } from './letters/text.ts'
import { eventCertificate } from './events/certificate-text.ts'
import { planAssistantSupport } from './plans/text-assistant-support.ts'

/**
 * Every version of the words that was ever printed, with the mark of its words. Words that changed are
 * another version: raise it in the text, and add a line here; no line is changed or taken out.
 */
const printed: Record<string, string> = {
  'assessment-assistant-support/1': 'before marks were kept',
  'contract-assistant-support/1': 'before marks were kept',
  'plan-assistant-support/1': 'before marks were kept',
  'assessment-assistant-support/2': '4a0a346a9065284b',
  'assessment-not-carried-out/1': '4a0a346a9065284b',
  'contract-assistant-support/2': '73d0d814a7305eba',
  'plan-assistant-support/2': '55a84f67110631cd',
  'labour-contract/1': 'ffba4075f9560bcc',
  'civil-contract/1': 'ffba4075f9560bcc',
  'employment-annex/1': 'ffba4075f9560bcc',
  'employment-end/1': 'ffba4075f9560bcc',
  'employment-notice/1': 'ffba4075f9560bcc',
  'job-description/1': 'ffba4075f9560bcc',
  'employment-confidentiality/1': 'ffba4075f9560bcc',
  'letter-expiring/1': '4302800a04273418',
  'assistant-choice/1': 'a4bde55965f65535',
  'assignment-change/1': 'a4bde55965f65535',
  'recovery-sheet/1': 'before marks were kept',
  'pile-cover/1': 'bdc0fd2b341b996d',
  'recovery-sheet/2': 'd5583df49316cf5f',
  'event-certificate/1': 'd8178cf06e79041d',
  'presence-list/1': '40b88b190dc27914',
  'candidate-declarations/1': 'ade91faca4bf9f4a',
  'candidate-refusal/1': 'ade91faca4bf9f4a',
  'candidate-declarations/2': '934f0664b760a530',
  'candidate-refusal/2': '934f0664b760a530',
  'interview-invitation/1': '9533f0e2ffe70417',
  'selection-card/1': '9533f0e2ffe70417',
}

/** Of each version the folders whose files hold its words. */
const current: Record<string, string[]> = {
  [textVersionName(assessmentAssistantSupport)]: ['assessments', 'kit'],
  [textVersionName(assessmentNotCarriedOut)]: ['assessments', 'kit'],
  [textVersionName(contractAssistantSupport)]: ['contracts', 'kit'],
  [textVersionName(planAssistantSupport)]: ['plans', 'kit'],
  [textVersionName(labourContract)]: ['employments', 'kit'],
  [textVersionName(civilContract)]: ['employments', 'kit'],
  [textVersionName(employmentAnnex)]: ['employments', 'kit'],
  [textVersionName(employmentEnd)]: ['employments', 'kit'],
  [textVersionName(employmentNotice)]: ['employments', 'kit'],
  [textVersionName(jobDescription)]: ['employments', 'kit'],
  [textVersionName(confidentiality)]: ['employments', 'kit'],
  [textVersionName(letterExpiring)]: ['letters', 'kit'],
  [textVersionName(assistantChoiceText)]: ['assignments', 'kit'],
  [textVersionName(assignmentChangeText)]: ['assignments', 'kit'],
  [textVersionName(eventCertificate)]: ['events', 'kit'],
  'presence-list/1': ['events'],
  'pile-cover/1': ['pile'],
  'recovery-sheet/2': ['keyring'],
  'candidate-declarations/2': ['candidates'],
  'candidate-refusal/2': ['candidates'],
  'interview-invitation/1': ['selections'],
  'selection-card/1': ['selections'],
}

/** Every run of Cyrillic words in the sources, each once: moving them about changes nothing. */
function wordsOf(folders: readonly string[]): string[] {
  const found = new Set<string>()
  for (const name of folders)
    for (const file of globSync(`${name}/**/*.{ts,typ}`, { cwd: import.meta.dirname })) {
      if (file.endsWith('.test.ts')) continue
      const source = readFileSync(path.join(import.meta.dirname, file), 'utf8')
      const code = source.replaceAll(/\/\*[\s\S]*?\*\/|(?:^|\s)\/\/.*$/gm, '')
      for (const [words] of code.matchAll(/\p{Script=Cyrillic}[^'"`\]\n]*/gu))
        found.add(words.trim())
    }
  return [...found].sort()
}

test.each(Object.entries(current))(
  'the words of %s are those that were printed',
  (version, folders) => {
    const mark = createHash('sha256').update(wordsOf(folders).join('\n')).digest('hex').slice(0, 16)
    expect(wordsOf(folders).length).toBeGreaterThan(3)
    expect(mark).toBe(printed[version])
  },
)
