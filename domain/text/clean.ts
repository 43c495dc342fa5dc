/** No-break space: between a number and what it counts, initials and family name, before „г.“ and „€“. */
export const nbsp = '\u00a0'

// Built from escapes: the characters themselves are invisible or would turn the line around.

/* eslint-disable no-misleading-character-class -- ranges of escapes, no drawn signs */
const invisible = new RegExp(
  '[\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e' +
    '\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff\\ufff0-\\ufffb\\u{e0000}-\\u{e0fff}]',
  'gu',
)
// eslint-disable-next-line no-control-regex -- taking control characters out is the purpose
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u{20e3}/u
const loneSurrogate = /[\ud800-\udfff]/gu

/** True when the text holds an emoji or pictogram, which no paper font can print. */
export function hasEmoji(text: string): boolean {
  return emoji.test(text)
}

/**
 * What was typed or pasted, made safe to keep: NFC, no control, direction or zero-width marks, every
 * kind of space one plain space, none at the ends; hyphens that look like the plain one are it.
 */
export function cleanText(text: string): string {
  return withoutMarks(text).replace(/\s+/gu, ' ').trim()
}

/** The same for a text of several lines: line breaks stay, at most one empty line in a row. */
export function cleanLines(text: string): string {
  return withoutMarks(text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n'))
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function withoutMarks(text: string): string {
  return text
    .replace(loneSurrogate, '')
    .replace(invisible, '')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(controls, (c) => (/\s/.test(c) || c === '\u0085' ? ' ' : ''))
    .normalize('NFC')
}

/** A registry number as typed; `N`, `No`, `Nо` in front becomes „№“. */
export function cleanRegistryNumber(text: string): string {
  return cleanText(text).replace(/^(?:№|n[oо]?\.?(?=[\s\d]))\s*/iu, '')
}
