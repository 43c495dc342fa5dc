// Made by `npm run classes`.
declare const classes: {
  readonly light: string
  readonly list: string
}
export default classes
