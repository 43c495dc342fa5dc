// Made by `npm run classes`.
declare const classes: {
  readonly button: string
  readonly label: string
}
export default classes
