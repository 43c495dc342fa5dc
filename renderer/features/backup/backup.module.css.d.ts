// Made by `npm run classes`.
declare const classes: {
  readonly asides: string
  readonly consequences: string
  readonly field: string
  readonly last: string
  readonly light: string
  readonly lost: string
  readonly make: string
  readonly medium: string
  readonly notice: string
  readonly places: string
  readonly rowActions: string
  readonly sides: string
  readonly steps: string
  readonly wraps: string
}
export default classes
