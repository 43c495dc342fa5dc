// Made by `npm run classes`.
declare const classes: {
  readonly history: string
  readonly more: string
  readonly place: string
  readonly scroll: string
  readonly settings: string
  readonly table: string
  readonly value: string
}
export default classes
