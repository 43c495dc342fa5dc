// Made by `npm run classes`.
declare const classes: {
  readonly plot: string
  readonly stack: string
  readonly table: string
}
export default classes
