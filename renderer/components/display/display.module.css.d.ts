// Made by `npm run classes`.
declare const classes: {
  readonly badge: string
  readonly bar: string
  readonly changed: string
  readonly conflict: string
  readonly crumbs: string
  readonly empty: string
  readonly emptyActions: string
  readonly fact: string
  readonly facts: string
  readonly failed: string
  readonly keyHint: string
  readonly meter: string
  readonly meterText: string
  readonly pageActions: string
  readonly pageHead: string
  readonly path: string
  readonly pdf: string
  readonly pdfPage: string
  readonly pdfPages: string
  readonly pdfTools: string
  readonly progress: string
  readonly subtitle: string
  readonly tabCount: string
  readonly tabPanel: string
  readonly tabs: string
  readonly timeline: string
  readonly timelineIcon: string
  readonly wizard: string
}
export default classes
