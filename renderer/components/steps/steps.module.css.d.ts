// Made by `npm run classes`.
declare const classes: {
  readonly panel: string
  readonly problem: string
}
export default classes
