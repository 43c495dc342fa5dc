import { Component, type ReactNode } from 'react'
import { Translation } from 'react-i18next'
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
      <Translation>
        {(t) => (
          <div role="alert" className={classes['failed']}>
            <p>{t('errors:widgetFailed', { name: this.props.name })}</p>
            <button
              type="button"
              className="o-link-button"
              onClick={() => {
                this.setState({ failed: false })
              }}
            >
              {t('common:retry')}
            </button>
          </div>
        )}
      </Translation>
    )
  }
}
