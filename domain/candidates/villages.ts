import { cleanText } from '#domain/text/clean.ts'
import { refuse, type Parsed } from '#domain/text/parsed.ts'
import { normaliseForSearch } from '#domain/text/search.ts'

const longest = 60

/** „с. Примерно, Старобуково“ → names of settlements, each once. */
export function parseVillages(input: string): Parsed<string[]> {
  const found = new Map<string, string>()
  for (const piece of input.split(/[,;\n]/u)) {
    const name = cleanText(piece.replace(/^\s*(?:с|гр|ман)\.\s*/iu, ''))
    if (name.length > longest) return refuse('textTooLong')
    const key = normaliseForSearch(name)
    if (name !== '' && !found.has(key)) found.set(key, capital(name))
  }
  return { ok: true, value: [...found.values()] }
}

const capital = (name: string) => `${name.charAt(0).toLocaleUpperCase('bg')}${name.slice(1)}`
