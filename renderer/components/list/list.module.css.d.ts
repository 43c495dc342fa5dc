// Made by `npm run classes`.
declare const classes: {
  readonly body: string
  readonly cell: string
  readonly chip: string
  readonly choice: string
  readonly cut: string
  readonly filter: string
  readonly filterBox: string
  readonly footer: string
  readonly footerActions: string
  readonly grid: string
  readonly head: string
  readonly list: string
  readonly nothing: string
  readonly place: string
  readonly row: string
}
export default classes
