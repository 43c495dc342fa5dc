let wanted: string | undefined

/** The field that the check page leads to; not in the address, which carries ids only. */
export function arriveAt(field: string | undefined) {
  wanted = field
}

/** Asked once, by the sheet that opens. */
export function takeArrival(): string | undefined {
  const field = wanted
  wanted = undefined
  return field
}
