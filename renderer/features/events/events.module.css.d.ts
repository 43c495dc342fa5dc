// Made by `npm run classes`.
declare const classes: {
  readonly choice: string
  readonly grid: string
  readonly line: string
  readonly plain: string
  readonly scroll: string
  readonly stack: string
}
export default classes
