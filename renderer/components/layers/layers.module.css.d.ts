// Made by `npm run classes`.
declare const classes: {
  readonly ask: string
  readonly askError: string
  readonly body: string
  readonly buttons: string
  readonly consequences: string
  readonly destroys: string
  readonly interruption: string
  readonly interruptionTitle: string
  readonly pick: string
  readonly pickList: string
  readonly title: string
  readonly why: string
  readonly whyBody: string
}
export default classes
