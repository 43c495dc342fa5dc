// Made by `npm run classes`.
declare const classes: {
  readonly carried: string
  readonly check: string
  readonly control: string
  readonly error: string
  readonly figures: string
  readonly frame: string
  readonly grid: string
  readonly gridFields: string
  readonly gridRemove: string
  readonly gridRow: string
  readonly hint: string
  readonly insideButton: string
  readonly label: string
  readonly message: string
  readonly note: string
  readonly offer: string
  readonly option: string
  readonly optional: string
  readonly options: string
  readonly withButton: string
}
export default classes
