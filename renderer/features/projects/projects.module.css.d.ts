// Made by `npm run classes`.
declare const classes: {
  readonly end: string
  readonly name: string
  readonly number: string
  readonly table: string
}
export default classes
