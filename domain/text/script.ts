/** Latin letters that look like Cyrillic ones, in the shape they are seen (capital and small differ). */
// prettier-ignore
const lookAlikes: Record<string, string> = {
  A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', K: 'К', M: 'М', O: 'О', P: 'Р', T: 'Т', X: 'Х', Y: 'У',
  a: 'а', c: 'с', e: 'е', k: 'к', o: 'о', p: 'р', x: 'х', y: 'у',
}

const latinTwins = new Map(
  Object.entries(lookAlikes)
    .filter(([latin]) => latin === latin.toUpperCase())
    .map(([latin, cyrillic]) => [cyrillic, latin]),
)

/** Cyrillic capitals that look like Latin ones as these: „СВ123“ typed under a Cyrillic layout is CB123. */
export function latinCapitals(text: string): string {
  return Array.from(text, (c) => latinTwins.get(c) ?? c).join('')
}

// The official table (Закон за транслитерацията) read backwards, and the habits of people who type
// without a Cyrillic keyboard. Longest first.
const latinToCyrillic: [string, string][] = [
  ['sht', 'щ'],
  ['dzh', 'дж'],
  ['zh', 'ж'],
  ['ts', 'ц'],
  ['tz', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['kh', 'х'],
  ['ph', 'ф'],
  ['th', 'т'],
  ['yu', 'ю'],
  ['ya', 'я'],
  ['yo', 'йо'],
  ['ju', 'ю'],
  ['ja', 'я'],
  ['dj', 'дж'],
  ['a', 'а'],
  ['b', 'б'],
  ['c', 'ц'],
  ['d', 'д'],
  ['e', 'е'],
  ['f', 'ф'],
  ['g', 'г'],
  ['h', 'х'],
  ['i', 'и'],
  ['j', 'ж'],
  ['k', 'к'],
  ['l', 'л'],
  ['m', 'м'],
  ['n', 'н'],
  ['o', 'о'],
  ['p', 'п'],
  ['q', 'я'],
  ['r', 'р'],
  ['s', 'с'],
  ['t', 'т'],
  ['u', 'у'],
  ['v', 'в'],
  ['w', 'в'],
  ['x', 'кс'],
  ['y', 'й'],
  ['z', 'з'],
]

// Letters of other Latin alphabets that are no Latin letter with a mark.
// prettier-ignore
const otherLatin: Record<string, string> = {
  ß: 'ss', ẞ: 'SS', æ: 'e', Æ: 'E', œ: 'e', Œ: 'E', ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D',
  þ: 't', Þ: 'T', ł: 'l', Ł: 'L', ı: 'i', ə: 'a', Ə: 'A', ħ: 'h', Ħ: 'H',
}

const cyrillic = /\p{Script=Cyrillic}/u
const latin = /\p{Script=Latin}/u

export function hasCyrillic(text: string): boolean {
  return cyrillic.test(text)
}

export function hasLatin(text: string): boolean {
  return latin.test(text)
}

/** True when one word mixes the two alphabets: nearly always a look-alike letter typed by mistake. */
export function isMixedScript(text: string): boolean {
  return text.split(/[\s-]+/u).some((word) => hasCyrillic(word) && hasLatin(word))
}

/** Latin letters inside words that have Cyrillic ones, replaced by what they look like or sound like. */
export function repairMixedScript(text: string): string {
  return text
    .split(/([\s-]+)/u)
    .map((word) => (hasCyrillic(word) && hasLatin(word) ? repairWord(word) : word))
    .join('')
}

function repairWord(word: string): string {
  const seen = Array.from(word, (c) => lookAlikes[c] ?? c).join('')
  return hasLatin(seen) ? latinInCyrillic(seen) : seen
}

/** Latin runs written in Cyrillic: „Ivan“ → „Иван“, „Tsvetanova“ → „Цветанова“. */
export function latinInCyrillic(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[^A-Za-z]/gu, (letter) => otherLatin[letter] ?? letter)
  return plain.replace(/[A-Za-z]+/g, (run) => {
    let out = ''
    for (let at = 0; at < run.length;) {
      const lower = run.toLowerCase()
      // „y“ between consonants is the „ъ“ of those who type Dimityr; at a word's end it is „й“.
      const y = lower[at] === 'y' && isConsonant(lower[at - 1]) && isConsonant(lower[at + 1])
      // Final „ия“ is officially „ia“: Maria, Sofia.
      const ia = at > 0 && at === lower.length - 2 && lower.endsWith('ia')
      const found = y
        ? (['y', 'ъ'] as const)
        : ia
          ? (['ia', 'ия'] as const)
          : latinToCyrillic.find(([from]) => lower.startsWith(from, at))
      if (found === undefined) {
        out += run.charAt(at)
        at += 1
        continue
      }
      const upper = run.charAt(at) !== lower.charAt(at)
      const allUpper = upper && run === run.toUpperCase() && run.length > 1
      const to = found[1]
      out += allUpper ? to.toUpperCase() : upper ? to.charAt(0).toUpperCase() + to.slice(1) : to
      at += found[0].length
    }
    return out
  })
}

function isConsonant(c: string | undefined): boolean {
  return c !== undefined && /[bcdfghjklmnpqrstvwxz]/.test(c)
}
