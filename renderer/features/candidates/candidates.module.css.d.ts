// Made by `npm run classes`.
declare const classes: {
  readonly act: string
  readonly acts: string
}
export default classes
