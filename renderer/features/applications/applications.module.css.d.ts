// Made by `npm run classes`.
declare const classes: {
  readonly actions: string
  readonly band: string
  readonly checks: string
  readonly checksInner: string
  readonly columns: string
  readonly drawn: string
  readonly formBody: string
  readonly formFields: string
  readonly known: string
  readonly missing: string
  readonly paper: string
  readonly plain: string
  readonly refused: string
  readonly stack: string
  readonly steps: string
  readonly tabLine: string
  readonly ticks: string
}
export default classes
