const rules: [RegExp, string][] = [
  // чл. 85, ал. 2, т. 1, § 44, № 12, стр. 3
  [/(?<=(?:^|[\s(„])(?:чл|ал|т|стр|бр|с|гр|ул|бл|вх|ет|ап|тел)\.) (?=\S)/gu, '\u00a0'],
  [/(?<=[№§]) (?=\S)/gu, '\u00a0'],
  // 12 часа, 84 ч., 2026 г., 620,20 евро, 90 %
  [
    /(?<=\d) (?=(?:ч\.|г\.|мин\.|лв\.|%|€|евро|часа?|дни|ден|месеца?|години)(?:[\s,.;)]|$))/gu,
    '\u00a0',
  ],
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

/** The same for every string inside plain data: free texts of people follow the same typography. */
export function withHardSpacesInside<T>(data: T): T {
  if (typeof data === 'string') return withHardSpaces(data) as T
  if (Array.isArray(data)) return data.map((item: unknown) => withHardSpacesInside(item)) as T
  if (data === null || typeof data !== 'object') return data
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, withHardSpacesInside(value as unknown)]),
  ) as T
}
