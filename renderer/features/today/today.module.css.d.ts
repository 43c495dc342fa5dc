// Made by `npm run classes`.
declare const classes: {
  readonly blocks: string
  readonly figure: string
  readonly figures: string
  readonly rows: string
  readonly wide: string
}
export default classes
