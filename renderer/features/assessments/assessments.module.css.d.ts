// Made by `npm run classes`.
declare const classes: {
  readonly activities: string
  readonly approval: string
  readonly areaHead: string
  readonly band: string
  readonly before: string
  readonly beforeHead: string
  readonly check: string
  readonly columns: string
  readonly fields: string
  readonly item: string
  readonly itemNumber: string
  readonly itemText: string
  readonly layout: string
  readonly option: string
  readonly optionText: string
  readonly options: string
  readonly paper: string
  readonly plain: string
  readonly points: string
  readonly rail: string
  readonly reason: string
  readonly rowError: string
  readonly scale: string
  readonly sheet: string
  readonly stack: string
  readonly tabLine: string
  readonly why: string
}
export default classes
