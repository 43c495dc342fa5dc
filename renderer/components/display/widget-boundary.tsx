import { Component, type ReactNode } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import classes from './display.module.css'

/** A part that fails says so alone; the rest of the page lives. */
export class WidgetBoundary extends Component<
  { name: string; children: ReactNode },
  { failed: boolean }
> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <Failed
        name={this.props.name}
        onRetry={() => {
          this.setState({ failed: false })
        }}
      />
    )
  }
}

function Failed(props: { name: string; onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <div role="alert" className={classes.failed}>
      <p>{t('errors:widgetFailed', { name: props.name })}</p>
      <button type="button" className="o-link-button" onClick={props.onRetry}>
        {t('common:retry')}
      </button>
    </div>
  )
}
