import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import classes from './display.module.css'

const zooms = [0.75, 1, 1.25, 1.5, 2] as const

export interface PdfViewProps {
  /** The paper's bytes as frozen; a draft carries its own „ПРОЕКТ“. */
  bytes: Uint8Array | undefined
  /** What paper this is, for screen readers. */
  label: string
  /** Text of the paper for those who cannot see the picture is read from the PDF itself. */
  onPages?: (count: number) => void
  /** Beside a form a page is shown smaller at first. */
  startZoom?: (typeof zooms)[number]
}

/** Loaded with the first paper only: the reader is large. The worker is a file of our own. */
async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const [pdfjs, worker] = await Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.min.mjs?url'),
  ])
  pdfjs.GlobalWorkerOptions.workerSrc = worker.default
  // A copy, because the worker takes the buffer away. No eval and no fetched code: the policy forbids both.
  return pdfjs.getDocument({
    data: bytes.slice(),
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
  }).promise
}

/**
 * Shows a PDF as pictures of its pages, drawn in the page itself: a frame with a blob would break
 * the content security policy. The text of each page is there for screen readers.
 */
export function PdfView({ bytes, label, onPages, startZoom = 1 }: PdfViewProps) {
  const { t } = useTranslation()
  const [pdf, setPdf] = useState<PDFDocumentProxy>()
  const [failed, setFailed] = useState(false)
  const [zoom, setZoom] = useState<number>(startZoom)
  const told = useRef(onPages)
  useEffect(() => {
    told.current = onPages
  })

  useEffect(() => {
    if (!bytes) return
    let gone = false
    let opened: PDFDocumentProxy | undefined
    setFailed(false)
    openPdf(bytes)
      .then((document) => {
        opened = document
        if (gone) {
          void document.loadingTask.destroy()
          return
        }
        setPdf(document)
        told.current?.(document.numPages)
      })
      .catch(() => {
        if (!gone) setFailed(true)
      })
    return () => {
      gone = true
      void opened?.loadingTask.destroy()
    }
  }, [bytes])

  const step = (by: 1 | -1) => {
    setZoom(
      (now) => zooms[Math.max(0, Math.min(zooms.length - 1, zooms.indexOf(now as 1) + by))] ?? 1,
    )
  }
  return (
    <section className={classes.pdf} aria-label={label}>
      <div className={classes.pdfTools}>
        <span className="o-small o-muted" role="status">
          {failed
            ? t('errors:pdfFailed')
            : pdf
              ? t('common:pages', { count: pdf.numPages })
              : t('common:preparing')}
        </span>
        <button
          type="button"
          className="o-link-button"
          onClick={() => {
            step(-1)
          }}
          disabled={zoom === zooms[0]}
        >
          {t('common:zoomOut')}
        </button>
        <button
          type="button"
          className="o-link-button"
          onClick={() => {
            step(1)
          }}
          disabled={zoom === zooms.at(-1)}
        >
          {t('common:zoomIn')}
        </button>
      </div>
      <div
        className={classes.pdfPages}
        data-paper-light
        tabIndex={0}
        role="group"
        aria-label={label}
      >
        {pdf
          ? Array.from({ length: pdf.numPages }, (_, index) => (
              <PdfPage
                key={`${pdf.fingerprints[0] ?? ''}-${String(index)}`}
                pdf={pdf}
                number={index + 1}
                zoom={zoom}
              />
            ))
          : null}
      </div>
    </section>
  )
}

function PdfPage({ pdf, number, zoom }: { pdf: PDFDocumentProxy; number: number; zoom: number }) {
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [text, setText] = useState('')
  useEffect(() => {
    const state = { gone: false }
    const stillHere = () => !state.gone
    let cancel: (() => void) | undefined
    void (async () => {
      const page = await pdf.getPage(number)
      const place = canvas.current
      if (state.gone || !place) return
      const sharp = window.devicePixelRatio || 1
      const viewport = page.getViewport({ scale: zoom * (96 / 72) * sharp })
      place.width = Math.floor(viewport.width)
      place.height = Math.floor(viewport.height)
      place.style.width = `${String(Math.floor(viewport.width / sharp))}px`
      const task = page.render({ canvas: place, viewport })
      cancel = () => {
        task.cancel()
      }
      await task.promise
      const content = await page.getTextContent()
      if (stillHere())
        setText(content.items.map((item) => ('str' in item ? item.str : '')).join(' '))
    })().catch(() => undefined)
    return () => {
      state.gone = true
      cancel?.()
    }
  }, [pdf, number, zoom])
  return (
    <>
      <canvas ref={canvas} className={classes.pdfPage} aria-hidden />
      <p className="o-hidden">
        {t('common:page', { number })}: {text}
      </p>
    </>
  )
}
