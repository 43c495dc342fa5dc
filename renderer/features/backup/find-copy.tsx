import { useState } from 'react'
import { z } from 'zod'
import { formatInstant } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, type ApiClient } from '#renderer/shell/client.ts'
import { problemText } from '#renderer/shell/problem-text.ts'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import officeClasses from '#renderer/features/settings/settings.module.css'
import type { CopySource } from './restore-types.ts'
import classes from './backup.module.css'

type Found = Awaited<ReturnType<ApiClient['restore']['find']>>
const schema = z.object({ place: z.string().trim().min(1, 'required').max(1000, 'textTooLong') })

/** Copies at a place that is typed: a letter, a folder; newest first, of whatever office. */
export function FindCopy(props: {
  onChoose: (source: CopySource) => void
  /** How the office is asked; without a session another way than with one. */
  find?: (place: string) => Promise<Found>
  autoFocus?: boolean
}) {
  const { t } = useTranslation()
  const [found, setFound] = useState<Found>()
  return (
    <>
      <Form
        schema={schema}
        defaults={{ place: '' }}
        title={t('backup:restoreFind')}
        saveLabel={t('backup:find')}
        enterSubmits
        reads
        autoFocus={props.autoFocus ?? false}
        summary={false}
        onSave={({ place }) => (props.find ?? ((at) => client.restore.find({ place: at })))(place)}
        onSaved={setFound}
      >
        <TextField name="place" label={t('backup:where')} hint={t('backup:findHint')} />
      </Form>
      {found ? <FoundCopies found={found} onChoose={props.onChoose} /> : null}
    </>
  )
}

export function FoundCopies(props: { found: Found; onChoose: (source: CopySource) => void }) {
  const { t } = useTranslation()
  const { found } = props
  return (
    <div role="status">
      <p>{t('backup:found', { count: found.length })}</p>
      {found.length > 0 ? (
        <div
          className={officeClasses.scroll}
          tabIndex={0}
          role="region"
          aria-label={t('backup:found', { count: found.length })}
        >
          <table className={officeClasses.table}>
            <thead>
              <tr>
                <th scope="col">{t('backup:at')}</th>
                <th scope="col">{t('backup:facts.office')}</th>
                <th scope="col">{t('backup:people')}</th>
                <th scope="col">{t('backup:lastEntry')}</th>
                <th scope="col">{t('backup:madeBy')}</th>
                <th scope="col">{t('backup:actions')}</th>
              </tr>
            </thead>
            <tbody>
              {found.map((copy) => (
                <tr key={copy.path}>
                  <th scope="row">{formatInstant(copy.createdAt)}</th>
                  <td lang="bg">{copy.officeName}</td>
                  <td>{copy.people}</td>
                  <td>{copy.lastEntryAt === null ? '' : formatInstant(copy.lastEntryAt)}</td>
                  <td lang="bg">
                    {copy.people === null ? '' : (copy.madeBy ?? t('backup:byItself'))}
                  </td>
                  <td>
                    {copy.problem === null ? (
                      <span className={classes.rowActions}>
                        <button
                          type="button"
                          className="o-link-button"
                          aria-label={t('backup:chooseOf', { at: formatInstant(copy.createdAt) })}
                          onClick={() => {
                            props.onChoose({ kind: 'folder', path: copy.path })
                          }}
                        >
                          {t('backup:choose')}
                        </button>
                      </span>
                    ) : (
                      problemText({ code: copy.problem, params: copy.params })
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </div>
  )
}
