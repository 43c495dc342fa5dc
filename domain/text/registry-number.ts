import { cleanRegistryNumber } from './clean.ts'
import { textField } from './fields.ts'

const dashes = /[\u2012-\u2015\u2212\u2013\u2014]/g
/** „94-1287/30.11.2026 г.“: the date is a field of its own. */
const dated = /(?:\/|от)\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})(?:г\.?)?$/iu

/**
 * The one form of a number that another register gave: without „№“, spaces and date, one kind of dash,
 * capitals. Numbers are compared by it.
 */
export function normalRegistryNumber(text: string): string {
  return cleanRegistryNumber(text)
    .replace(dashes, '-')
    .replace(/\s/gu, '')
    .replace(dated, '')
    .toLocaleUpperCase('bg')
}

/** Numbers are made of letters, figures and the signs between them. */
const allowed =
  /^[\p{Script=Cyrillic}\p{Script=Latin}\d][\p{Script=Cyrillic}\p{Script=Latin}\d./()#&+_-]*$/u

/** A number of another register that may be missing: empty then. Code: registryNumberSigns. */
export function optionalRegistryNumber(max: number) {
  return textField(max)
    .overwrite(normalRegistryNumber)
    .refine((text) => text === '' || allowed.test(text), 'registryNumberSigns')
}

/** A number of the municipality's register as typed. Codes: `requiredCode`, registryNumberSigns. */
export function registryNumberField(max: number, requiredCode = 'required') {
  return optionalRegistryNumber(max).min(1, requiredCode)
}
