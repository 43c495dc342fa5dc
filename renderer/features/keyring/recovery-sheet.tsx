import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ORPCError } from '@orpc/client'
import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { openText } from '#renderer/shell/open-text.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { printPdf } from '#renderer/shell/printing.ts'
import { PdfView } from '#renderer/components/display/pdf-view.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import classes from './keyring.module.css'

interface Sheet {
  bytes: Uint8Array<ArrayBuffer>
  askGroup: number
}

const groupSchema = z.object({ group: z.string().trim().min(1, 'recoveryGroupRequired') })

/**
 * Prints the recovery sheet and asks one of its groups back while the sheet is off the screen. Three
 * wrong answers: it is printed anew.
 */
export function RecoverySheet(props: {
  /** Right after the office was made: the sheet comes without asking. */
  atOnce: boolean
  onIssued?: () => void
  onConfirmed: () => void
}) {
  const { atOnce, onConfirmed } = props
  const { t } = useTranslation()
  const [sheet, setSheet] = useState<Sheet>()
  const [asked, setAsked] = useState<number>()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const [spent, setSpent] = useState(false)
  const pending = useQuery({ ...orpc.recovery.pending.queryOptions({ input: {} }), staleTime: 0 })
  const started = useRef(false)

  const issue = async () => {
    setBusy(true)
    setFailed(false)
    setSpent(false)
    setAsked(undefined)
    try {
      const { pdf, askGroup } = await client.recovery.issueSheet({})
      setSheet({ bytes: bytesOf(pdf), askGroup })
      props.onIssued?.()
    } catch {
      setFailed(true)
    } finally {
      setBusy(false)
    }
  }
  useEffect(() => {
    if (!atOnce || started.current) return
    started.current = true
    void issue()
  })

  if (asked !== undefined)
    return (
      <TypeBack
        group={asked}
        onConfirmed={onConfirmed}
        onSpent={() => {
          setAsked(undefined)
          setSheet(undefined)
          setSpent(true)
        }}
        onAgain={
          sheet
            ? () => {
                setAsked(undefined)
              }
            : undefined
        }
      />
    )
  if (sheet)
    return (
      <Shown
        sheet={sheet}
        onPrinted={() => {
          setAsked(sheet.askGroup)
        }}
      />
    )
  const waiting = spent ? null : (pending.data?.askGroup ?? null)
  return (
    <>
      <p>{t('setup:recovery.what')}</p>
      <div role="status">
        {busy ? <p>{t('common:preparing')}</p> : null}
        {spent ? <p>{t('setup:recovery.spent')}</p> : null}
      </div>
      {failed ? <p role="alert">{t('setup:recovery.failed')}</p> : null}
      {busy ? null : (
        <div className={classes.actions}>
          {waiting === null ? null : (
            <Button
              autoFocus
              onClick={() => {
                setAsked(waiting)
              }}
            >
              {t('setup:recovery.havePrinted')}
            </Button>
          )}
          <FocusedButton primary={waiting === null} onClick={() => void issue()}>
            {t('setup:recovery.issue')}
          </FocusedButton>
        </div>
      )}
      <p className="o-small o-muted">{t('setup:recovery.issueHint')}</p>
    </>
  )
}

function FocusedButton(props: { primary: boolean; onClick: () => void; children: string }) {
  const button = useRef<HTMLButtonElement>(null)
  const { primary } = props
  useEffect(() => {
    if (primary) button.current?.focus()
  }, [primary])
  return (
    <Button ref={button} variant={primary ? 'filled' : 'default'} onClick={props.onClick}>
      {props.children}
    </Button>
  )
}

function Shown({ sheet, onPrinted }: { sheet: Sheet; onPrinted: () => void }) {
  const { t } = useTranslation()
  const [address, setAddress] = useState<string>()
  const print = useRef<HTMLButtonElement>(null)
  const [printed, setPrinted] = useState(false)
  useEffect(() => {
    print.current?.focus()
  }, [])
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([sheet.bytes], { type: 'application/pdf' }))
    setAddress(made)
    return () => {
      URL.revokeObjectURL(made)
    }
  }, [sheet])
  return (
    <>
      <p>{t('setup:recovery.print')}</p>
      <div className={classes.actions}>
        <Button
          ref={print}
          variant={printed ? 'default' : 'filled'}
          onClick={() => {
            void printPdf(sheet.bytes, { title: t('setup:steps.recovery') })
            setPrinted(true)
          }}
        >
          {t('setup:recovery.printButton')}
        </Button>
        <Button variant={printed ? 'filled' : 'default'} onClick={onPrinted}>
          {t('setup:recovery.printed')}
        </Button>
        {address ? (
          <a
            href={address}
            download={t('setup:recovery.fileName')}
            onClick={() => {
              setPrinted(true)
            }}
          >
            {t('setup:recovery.savePdf')}
          </a>
        ) : null}
      </div>
      <p className="o-small o-muted">{t('setup:recovery.savePdfWarning')}</p>
      <PdfView bytes={sheet.bytes} label={t('setup:steps.recovery')} startZoom={0.75} />
    </>
  )
}

function TypeBack(props: {
  group: number
  onConfirmed: () => void
  onSpent: () => void
  onAgain: (() => void) | undefined
}) {
  const { t } = useTranslation()
  const which = openText(`setup:ordinal.${String(props.group)}`, 'common:unnamed')
  return (
    <Form
      schema={groupSchema}
      defaults={{ group: '' }}
      title={t('setup:steps.recovery')}
      saveLabel={t('setup:recovery.confirm')}
      enterSubmits
      summary={false}
      said={null}
      onSave={async (data, { requestId }) => {
        try {
          await client.recovery.confirm({ requestId, data })
        } catch (error) {
          if (isSpent(error)) props.onSpent()
          throw error
        }
      }}
      onSaved={props.onConfirmed}
      actions={
        props.onAgain ? (
          <button type="button" className="o-link-button" onClick={props.onAgain}>
            {t('setup:recovery.showAgain')}
          </button>
        ) : null
      }
    >
      <TextField
        name="group"
        label={t('setup:recovery.typeBack', { which })}
        hint={t('setup:recovery.typeBackHint')}
      />
    </Form>
  )
}

function isSpent(error: unknown): boolean {
  if (!(error instanceof ORPCError) || error.code !== 'RULE') return false
  const { problems } = error.data as { problems: { code: string }[] }
  return problems.some(({ code }) => code === 'recoverySheetGone')
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
}
