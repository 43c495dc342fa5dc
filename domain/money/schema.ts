import { z } from 'zod'

export const currencies = ['EUR', 'BGN'] as const
export const currencySchema = z.enum(currencies)
export type Currency = z.infer<typeof currencySchema>

/** Whole cents (стотинки for BGN); never a fraction. */
export const centsSchema = z.int('moneyFormat')

export const moneySchema = z.object({ cents: centsSchema, currency: currencySchema })
export type Money = z.infer<typeof moneySchema>
