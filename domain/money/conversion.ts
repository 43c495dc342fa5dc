/**
 * BGN ↔ EUR by the Закон за въвеждане на еврото. The rate is never shortened (чл. 12) and no
 * floating point is used: 1 EUR = 195583 / 100000 BGN.
 */
const rateNumerator = 195_583n
const rateDenominator = 100_000n

/**
 * `general` – by the third decimal, half up (чл. 13; fees and taxes: чл. 52, ал. 2).
 * `pay` – pay, benefits, compensations, pensions: third decimal above 0 adds a cent (чл. 45).
 */
export type RoundingRule = 'general' | 'pay'

function rounded(numerator: bigint, denominator: bigint, rule: RoundingRule): number {
  const negative = numerator < 0n
  const tenths = ((negative ? -numerator : numerator) * 10n) / denominator
  const thirdDecimal = tenths % 10n
  const up = rule === 'general' ? thirdDecimal >= 5n : thirdDecimal > 0n
  const cents = Number(tenths / 10n + (up ? 1n : 0n))
  return negative && cents !== 0 ? -cents : cents
}

/** Whole стотинки to whole euro cents. */
export function bgnToEur(bgnCents: number, rule: RoundingRule = 'general'): number {
  return rounded(BigInt(bgnCents) * rateDenominator, rateNumerator, rule)
}

/** Whole euro cents to whole стотинки, for the double display of prices (чл. 15). */
export function eurToBgn(eurCents: number): number {
  return rounded(BigInt(eurCents) * rateNumerator, rateDenominator, 'general')
}
