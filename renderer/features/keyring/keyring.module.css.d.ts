// Made by `npm run classes`.
declare const classes: {
  readonly actions: string
}
export default classes
