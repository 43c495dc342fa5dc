import { verdict, type Problem, type Verdict } from '#domain/problems/schema.ts'
import type { Catalogue } from './catalogues.ts'
import { canHold, implies, leaves } from './conditions.ts'
import { partsOf, type Part } from './parts.ts'
import type { StandardText } from './standard-text.ts'
import { tokens } from './tokens.ts'

function conditionProblems(part: Part, catalogue: Catalogue): Problem[] {
  const problems: Problem[] = []
  for (const leaf of leaves(part.own)) {
    const values = catalogue.facts[leaf.fact]
    if (values === undefined) {
      problems.push({ code: 'textUnknownFact', path: part.path, params: { name: leaf.fact } })
      continue
    }
    for (const value of leaf.is)
      if (!values.includes(value))
        problems.push({
          code: 'textUnknownFactValue',
          path: part.path,
          params: { name: leaf.fact, value },
        })
  }
  if (problems.length > 0 || part.own === undefined) return problems
  if (!canHold(part.conditions, catalogue.facts))
    problems.push({ code: 'textNeverTrue', path: part.path })
  return problems
}

function tokenProblems(part: Part, catalogue: Catalogue, targets: Map<string, Part>): Problem[] {
  const problems: Problem[] = []
  for (const token of tokens(part.text ?? '')) {
    const at = (code: string, name: string): void => {
      problems.push({ code, path: part.path, params: { name } })
    }
    if (token.kind === 'broken') at('textBrokenToken', token.text)
    if (token.kind === 'field' && catalogue.fields[token.name] === undefined)
      at('textUnknownField', token.name)
    if (token.kind === 'bySex') {
      if (!catalogue.sexFacts.includes(token.field)) at('textUnknownField', token.field)
      if (token.male === '' && token.female === '') at('textBrokenToken', token.field)
    }
    if (token.kind === 'reference') {
      const target = targets.get(token.target)
      if (target === undefined) at('textBrokenReference', token.target)
      else if (!implies(part.conditions, target.conditions, catalogue.facts))
        at('textReferenceMayVanish', token.target)
    }
  }
  return problems
}

/**
 * Whether a standard text may be saved: no unknown field or fact, no reference to nothing or to a
 * part that is sometimes left out, no condition that can never be true, no id used twice.
 */
export function checkText(text: StandardText, catalogue: Catalogue): Verdict {
  const parts = partsOf(text)
  const problems: Problem[] = []
  const targets = new Map<string, Part>()
  for (const part of parts) {
    if (part.target === undefined) continue
    if (targets.has(part.target))
      problems.push({ code: 'textDuplicateId', path: part.path, params: { name: part.target } })
    targets.set(part.target, part)
  }
  const broken = parts.flatMap((part) => conditionProblems(part, catalogue))
  // With an unknown fact, "sometimes left out" would be guessed: first things first.
  problems.push(...broken)
  for (const part of parts) problems.push(...tokenProblems(part, catalogue, targets))
  for (const name of catalogue.required) {
    const used = parts.some((part) =>
      tokens(part.text ?? '').some((t) => t.kind === 'field' && t.name === name),
    )
    if (!used) problems.push({ code: 'textRequiredFieldAbsent', params: { name } })
  }
  return verdict(problems)
}
