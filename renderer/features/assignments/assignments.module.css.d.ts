// Made by `npm run classes`.
declare const classes: {
  readonly buttons: string
  readonly columns: string
  readonly line: string
  readonly offer: string
  readonly offers: string
  readonly plain: string
  readonly reasons: string
  readonly stack: string
}
export default classes
