// Made by `npm run classes`.
declare const classes: {
  readonly begun: string
  readonly light: string
  readonly list: string
}
export default classes
