import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { PdfView, type PdfViewProps } from './pdf-view.tsx'
import classes from './display.module.css'

interface MadePaperProps extends Omit<PdfViewProps, 'bytes'> {
  /** Names the paper in this state of its record. */
  of: readonly (string | number)[]
  /** Asks for it; given up when the page is left or „Спри“ is pressed. */
  make: (signal: AbortSignal) => Promise<Blob>
}

/**
 * A paper that is made when it is looked at. On a busy computer that takes a while: it is said, may be
 * stopped, and stops by itself when the page is left.
 */
export function MadePaper({ of, make, ...view }: MadePaperProps) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const queryKey = [...of]
  const key = JSON.stringify(queryKey)
  const [stopped, setStopped] = useState<string>()
  const isStopped = stopped === key
  const { data, error, refetch } = useQuery({
    queryKey,
    enabled: !isStopped,
    queryFn: async ({ signal }) => new Uint8Array(await (await make(signal)).arrayBuffer()),
    staleTime: 'static',
    gcTime: 0,
    retry: false,
  })
  if (data) return <PdfView bytes={data} {...view} />
  const anew = () => {
    if (isStopped) setStopped(undefined)
    else void refetch()
  }
  const stop = () => {
    setStopped(key)
    void queries.cancelQueries({ queryKey })
  }
  return (
    <section className={classes.pdf} aria-label={view.label}>
      <div className={classes.pdfTools}>
        {isStopped || error ? (
          <>
            <span role={error && !isStopped ? 'alert' : 'status'}>
              {t(isStopped ? 'common:paperStopped' : 'errors:pdfFailed')}
            </span>
            <Button variant="default" onClick={anew}>
              {t('common:makePaper')}
            </Button>
          </>
        ) : (
          <>
            <span className="o-small o-muted" role="status">
              {t('common:makingPaper')}
            </span>
            <Button variant="default" onClick={stop}>
              {t('common:stopPaper')}
            </Button>
          </>
        )}
      </div>
    </section>
  )
}
