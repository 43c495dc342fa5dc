// Made by `npm run classes`.
declare const classes: {
  readonly day: string
  readonly filter: string
  readonly link: string
  readonly result: string
  readonly what: string
  readonly wrong: string
}
export default classes
