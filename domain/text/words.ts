/** Bulgarian numbers in words (docs/law.md, 5). */
export type Gender = 'masculine' | 'feminine' | 'neuter'

const ones: Record<Gender, readonly string[]> = {
  masculine: ['', 'един', 'два'],
  feminine: ['', 'една', 'две'],
  neuter: ['', 'едно', 'две'],
}
const upToTwenty = [
  '',
  '',
  '',
  'три',
  'четири',
  'пет',
  'шест',
  'седем',
  'осем',
  'девет',
  'десет',
  'единадесет',
  'дванадесет',
  'тринадесет',
  'четиринадесет',
  'петнадесет',
  'шестнадесет',
  'седемнадесет',
  'осемнадесет',
  'деветнадесет',
]
const tens = [
  '',
  '',
  'двадесет',
  'тридесет',
  'четиридесет',
  'петдесет',
  'шестдесет',
  'седемдесет',
  'осемдесет',
  'деветдесет',
]
const hundreds = [
  '',
  'сто',
  'двеста',
  'триста',
  'четиристотин',
  'петстотин',
  'шестстотин',
  'седемстотин',
  'осемстотин',
  'деветстотин',
]

function small(n: number, gender: Gender): string {
  return n < 3 ? (ones[gender][n] ?? '') : (upToTwenty[n] ?? '')
}

/** Number words of 1–999, without „и“. */
function groupWords(n: number, gender: Gender): string[] {
  const rest = n % 100
  const words = [hundreds[Math.floor(n / 100)] ?? '']
  if (rest < 20) words.push(small(rest, gender))
  else words.push(tens[Math.floor(rest / 10)] ?? '', small(rest % 10, gender))
  return words.filter((w) => w !== '')
}

const scales: { gender: Gender; one: string; many: string; bareOne: boolean }[] = [
  { gender: 'neuter', one: '', many: '', bareOne: false },
  { gender: 'feminine', one: 'хиляда', many: 'хиляди', bareOne: true },
  { gender: 'masculine', one: 'един милион', many: 'милиона', bareOne: true },
  { gender: 'masculine', one: 'един милиард', many: 'милиарда', bareOne: true },
]

/**
 * A whole number below a billion thousands in words. „и“ stands before the last word of a group, and
 * between groups only before a last group of one number word: хиляда и сто, but хиляда двадесет и едно.
 */
export function integerInWords(n: number, gender: Gender): string {
  if (!Number.isSafeInteger(n) || Math.abs(n) >= 1e12) return String(n)
  if (n < 0) return `минус ${integerInWords(-n, gender)}`
  if (n === 0) return 'нула'
  const groups: { text: string; oneWord: boolean }[] = []
  for (let scale = 3; scale >= 0; scale--) {
    const value = Math.floor(n / 1000 ** scale) % 1000
    const of = scales[scale]
    if (value === 0 || of === undefined) continue
    if (value === 1 && of.bareOne) {
      groups.push({ text: of.one, oneWord: true })
      continue
    }
    const words = groupWords(value, scale === 0 ? gender : of.gender)
    const last = words.pop() ?? ''
    const text = words.length === 0 ? last : `${words.join(' ')} и ${last}`
    groups.push({ text: of.many ? `${text} ${of.many}` : text, oneWord: words.length === 0 })
  }
  const last = groups.pop()
  if (last === undefined) return 'нула'
  if (groups.length === 0) return last.text
  return `${groups.map((g) => g.text).join(' ')}${last.oneWord ? ' и ' : ' '}${last.text}`
}

/** Cents in words: „шестстотин и двадесет евро и двадесет цента“; no cents are not named. */
export function amountInWords(cents: number): string {
  const whole = Math.floor(Math.abs(cents) / 100)
  const rest = Math.abs(cents) % 100
  const euro = `${cents < 0 ? 'минус ' : ''}${integerInWords(whole, 'neuter')} евро`
  if (rest === 0) return euro
  return `${euro} и ${integerInWords(rest, 'masculine')} ${rest === 1 ? 'цент' : 'цента'}`
}

/** Minutes in words: „осемдесет и четири часа и тридесет минути“. */
export function hoursInWords(minutes: number): string {
  const h = Math.floor(minutes / 60)
  const m = minutes % 60
  const parts: string[] = []
  if (h > 0 || m === 0) parts.push(`${integerInWords(h, 'masculine')} ${h === 1 ? 'час' : 'часа'}`)
  if (m > 0) parts.push(`${integerInWords(m, 'feminine')} ${m === 1 ? 'минута' : 'минути'}`)
  return parts.join(' и ')
}
