/** One piece of a standard text: plain words, a merge field, a cross reference, a form by sex. */
export type Token =
  | { kind: 'words'; text: string }
  | { kind: 'field'; name: string }
  | { kind: 'reference'; target: string }
  | { kind: 'bySex'; field: string; male: string; female: string }
  | { kind: 'broken'; text: string }

const name = '[a-z][a-zA-Z0-9]*(?:\\.[a-z][a-zA-Z0-9]*)*'
const fieldPattern = new RegExp(`^${name}$`)
const referencePattern = new RegExp(`^@(${name})$`)
const bySexPattern = new RegExp(`^(${name})\\|([^|{}]*)\\|([^|{}]*)$`)

function token(inner: string): Token {
  if (fieldPattern.test(inner)) return { kind: 'field', name: inner }
  const reference = referencePattern.exec(inner)
  if (reference?.[1] !== undefined) return { kind: 'reference', target: reference[1] }
  const sex = bySexPattern.exec(inner)
  if (sex?.[1] !== undefined)
    return { kind: 'bySex', field: sex[1], male: sex[2] ?? '', female: sex[3] ?? '' }
  return { kind: 'broken', text: inner }
}

/** Cuts a text into its tokens; a brace that closes nothing or a token that says nothing is `broken`. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  let words = ''
  let rest = text
  for (;;) {
    const open = rest.search(/[{}]/)
    if (open === -1) break
    words += rest.slice(0, open)
    const close = rest.indexOf('}', open)
    const again = rest.indexOf('{', open + 1)
    if (words !== '') found.push({ kind: 'words', text: words })
    words = ''
    if (rest[open] === '}' || close === -1 || (again !== -1 && again < close)) {
      found.push({ kind: 'broken', text: rest.slice(open, open + 20) })
      rest = rest.slice(open + 1)
      continue
    }
    found.push(token(rest.slice(open + 1, close).trim()))
    rest = rest.slice(close + 1)
  }
  words += rest
  if (words !== '') found.push({ kind: 'words', text: words })
  return found
}
