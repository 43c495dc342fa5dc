import { bgnToEur } from '#domain/money/conversion.ts'
import type { RoundingRule } from '#domain/money/conversion.ts'
import type { Money } from '#domain/money/schema.ts'
import { cleanText } from './clean.ts'
import { formatMoney, formatNumber } from './format.ts'
import { refuse } from './parsed.ts'
import type { Parsed } from './parsed.ts'

/** Splits „1 213,50“, „1213.5“, „1.213,50“ into whole and fraction digits; undefined when it is no number. */
function splitNumber(text: string): { whole: string; fraction: string } | undefined {
  const m =
    /^(\d{1,3}(?: \d{3})+|\d*)(?:[.,](\d*))?$/.exec(text) ??
    /^(\d{1,3}(?:\.\d{3})+),(\d+)$/.exec(text) ??
    /^(\d{1,3}(?:,\d{3})+)\.(\d+)$/.exec(text)
  if (!m || !/\d/.test(text)) return undefined
  return { whole: (m[1] ?? '').replace(/\D/g, '') || '0', fraction: m[2] ?? '' }
}

export interface NumberContext {
  min?: number
  max?: number
  /** Most decimals accepted; 0 when not given. */
  decimals?: number
}

/** A count or a measure with a decimal comma or point. */
export function parseNumber(input: string, context: NumberContext = {}): Parsed<number> {
  const text = cleanText(input).replace(/\s?%$/, '')
  if (text === '') return refuse('numberRequired')
  const negative = /^[-−–]/.test(text)
  const parts = splitNumber(negative ? text.slice(1).trim() : text)
  if (parts === undefined || parts.whole.length > 12) return refuse('numberFormat')
  const fraction = parts.fraction.replace(/0+$/, '')
  const decimals = context.decimals ?? 0
  if (fraction.length > decimals)
    return decimals === 0 ? refuse('numberWhole') : refuse('numberDecimals', { decimals })
  const value = Number(`${negative ? '-' : ''}${parts.whole}.${fraction || '0'}`)
  if (context.min !== undefined && value < context.min)
    return refuse('numberTooSmall', { min: formatNumber(context.min) })
  if (context.max !== undefined && value > context.max)
    return refuse('numberTooBig', { max: formatNumber(context.max) })
  return { ok: true, value: value === 0 ? 0 : value }
}

export interface MoneyContext {
  /** The amount is of before 2026 and stays in leva as on the paper. */
  acceptBgn?: boolean
  /** Which rule the offered conversion follows. */
  rounding?: RoundingRule
}

/** 620,20 · 620.2 · 1 213 · 1213,00 € → cents. „лв.“ is answered with the sum in euro, to be confirmed. */
export function parseMoney(input: string, context: MoneyContext = {}): Parsed<Money> {
  const text = cleanText(input).toLowerCase()
  if (text === '') return refuse('moneyRequired')
  const unit = /\s?(€|eur|евро|лв\.?|лева|лев|bgn)$/u.exec(text)
  const bgn = unit !== null && /^(?:лв|лев|bgn)/u.test(unit[1] ?? '')
  const number = unit === null ? text : text.slice(0, unit.index)
  if (/^[-−–]/.test(number)) return refuse('moneyNegative')
  const parts = splitNumber(number)
  if (parts === undefined || parts.whole.length > 9) return refuse('moneyFormat')
  if (parts.fraction.length > 2) return refuse('moneyDecimals')
  const cents = Number(parts.whole) * 100 + Number(parts.fraction.padEnd(2, '0'))
  if (!bgn) return { ok: true, value: { cents, currency: 'EUR' } }
  if (context.acceptBgn === true) return { ok: true, value: { cents, currency: 'BGN' } }
  const eurCents = bgnToEur(cents, context.rounding)
  return refuse('moneyInBgn', {
    bgn: formatMoney(cents, 'BGN'),
    eur: formatMoney(eurCents),
    eurCents,
  })
}

/**
 * A telephone as kept: digits only, Bulgarian numbers without +359 (0888123456), foreign ones with „+“.
 */
export function parsePhone(input: string): Parsed<string> {
  const text = cleanText(input)
  if (text === '') return refuse('phoneRequired')
  if (!/^\+?[\d\s()./\-–]+$/.test(text)) return refuse('phoneCharacters')
  let digits = text.replace(/[^\d+]/g, '').replace(/^00/, '+')
  if (digits.startsWith('+359')) digits = `0${digits.slice(4).replace(/^0/, '')}`
  const count = digits.replace('+', '').length
  if (count < 6) return refuse('phoneTooShort')
  if (count > 15) return refuse('phoneTooLong')
  return { ok: true, value: digits }
}
