// Made by `npm run classes`.
declare const classes: {
  readonly office: string
  readonly page: string
}
export default classes
