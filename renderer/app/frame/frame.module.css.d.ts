// Made by `npm run classes`.
declare const classes: {
  readonly account: string
  readonly count: string
  readonly demo: string
  readonly frame: string
  readonly gate: string
  readonly header: string
  readonly headerButton: string
  readonly headerRight: string
  readonly help: string
  readonly helpHead: string
  readonly iconButton: string
  readonly item: string
  readonly itemLabel: string
  readonly keyList: string
  readonly lockTitle: string
  readonly main: string
  readonly nav: string
  readonly office: string
  readonly panes: string
  readonly search: string
  readonly skip: string
  readonly subpages: string
  readonly toast: string
  readonly toasts: string
  readonly unsaved: string
  readonly workList: string
}
export default classes
