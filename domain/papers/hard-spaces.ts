const rules: [RegExp, string][] = [
  // чл. 85, ал. 2, т. 1, § 44, № 12, стр. 3
  [/(?<=(?:^|[\s(„])(?:чл|ал|т|стр|бр|с|гр|ул|бл|вх|ет|ап|тел)\.) (?=\S)/gu, '\u00a0'],
  [/(?<=[№§]) (?=\S)/gu, '\u00a0'],
  // 12 часа, 84 ч., 2026 г., 620,20 евро, 90 %
  [
    /(?<=\d) (?=(?:ч\.|г\.|мин\.|лв\.|%|€|евро|часа?|дни|ден|месеца?|години)(?:[\s,.;)]|$))/gu,
    '\u00a0',
  ],
  // 2599 гр. Примерна
  [/(?<=(?:^|\s)\d{4}) (?=(?:гр|с)\.)/gu, '\u00a0'],
  // „и“ at the end of a party does not stand alone on its line.
  [/(?<=,) (?=и$)/gu, '\u00a0'],
  // A dash does not begin a line.
  [/ (?=– )/gu, '\u00a0'],
]

/**
 * Puts U+00A0 where a line must not end: after „чл.“, „ал.“, „т.“, „№“, before „г.“, „ч.“, „%“, „–“.
 * Writers of standard texts type ordinary spaces.
 */
export function withHardSpaces(text: string): string {
  return rules.reduce((t, [pattern, by]) => t.replace(pattern, by), text)
}

const endless = /[^\s\u00a0-]{25,}/gu
// A name of three words held together by hyphens is cut at them; an endless one has no such place.
const pieces = /(?:\P{M}\p{M}*){12}(?=.)/gu

/** Marks where a word that no line can hold may be cut: it would run off the paper. */
export function withBreaks(text: string): string {
  return text.replace(endless, (word) => word.replace(pieces, '$&\u200b'))
}

/** Both for every string inside plain data: free texts of people follow the same typography. */
export function typographyInside<T>(data: T): T {
  if (typeof data === 'string') return withBreaks(withHardSpaces(data)) as T
  if (Array.isArray(data)) return data.map((item: unknown) => typographyInside(item)) as T
  if (data === null || typeof data !== 'object') return data
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, typographyInside(value as unknown)]),
  ) as T
}
