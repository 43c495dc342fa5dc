// Made by `npm run classes`.
declare const classes: {
  readonly block: string
  readonly role: string
  readonly roles: string
}
export default classes
