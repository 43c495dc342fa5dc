// Made by `npm run classes`.
declare const classes: {
  readonly sheetActions: string
  readonly stepTitle: string
  readonly title: string
}
export default classes
