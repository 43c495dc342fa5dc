// Made by `npm run classes`.
declare const classes: {
  readonly band: string
  readonly block: string
  readonly blockHead: string
  readonly columns: string
  readonly deadlines: string
  readonly formBody: string
  readonly formFields: string
  readonly identity: string
  readonly identityRow: string
  readonly kind: string
  readonly kinds: string
  readonly noteForm: string
  readonly noteText: string
  readonly number: string
  readonly part: string
  readonly similar: string
  readonly stack: string
  readonly viewers: string
}
export default classes
