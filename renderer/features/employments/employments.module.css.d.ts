// Made by `npm run classes`.
declare const classes: {
  readonly line: string
  readonly plain: string
  readonly problems: string
  readonly side: string
  readonly split: string
  readonly stack: string
}
export default classes
