// Made by `npm run classes`.
declare const classes: {
  readonly buttons: string
  readonly line: string
  readonly panel: string
  readonly plain: string
  readonly quick: string
  readonly side: string
  readonly split: string
  readonly stack: string
}
export default classes
