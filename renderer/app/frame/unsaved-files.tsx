import { TriangleAlert } from 'lucide-react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { giveUpFile, unsavedFiles } from '#renderer/shell/save-file.ts'
import { useStore } from '#renderer/shell/store.ts'
import classes from './frame.module.css'

/** Files that the disk did not take: they stand here, on whatever page, until something is done. */
export function UnsavedFiles() {
  const { t } = useTranslation()
  const files = useStore(unsavedFiles)
  // An alert without a file would be one that says nothing.
  if (files.length === 0) return null
  return (
    <div role="alert" aria-label={t('shell:file.region')}>
      {files.map(({ id, name, why, again }) => (
        <div key={id} className={classes.unsaved}>
          <TriangleAlert size={16} aria-hidden />
          <span>{t(`shell:file.${why}`, { name })}</span>
          {again ? (
            <button type="button" className="o-link-button" onClick={again}>
              {t('shell:file.saveAs')}
            </button>
          ) : null}
          <button
            type="button"
            className="o-link-button"
            onClick={() => {
              giveUpFile(id)
            }}
          >
            {t('common:close')}
          </button>
        </div>
      ))}
    </div>
  )
}
