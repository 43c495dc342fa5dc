// Made by `npm run classes`.
declare const classes: {
  readonly actions: string
  readonly body: string
  readonly draft: string
  readonly form: string
  readonly row: string
  readonly section: string
  readonly sectionBody: string
  readonly sectionTitle: string
  readonly sectionWrong: string
  readonly summary: string
  readonly summaryList: string
  readonly summaryTitle: string
}
export default classes
