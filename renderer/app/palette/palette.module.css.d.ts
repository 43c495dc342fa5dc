// Made by `npm run classes`.
declare const classes: {
  readonly box: string
  readonly fact: string
  readonly ground: string
  readonly hint: string
  readonly input: string
  readonly note: string
  readonly of: string
  readonly row: string
  readonly rows: string
  readonly status: string
  readonly title: string
}
export default classes
