import { client } from '#renderer/shell/client.ts'
import { printPdf } from '#renderer/shell/printing.ts'
import { say } from '#renderer/shell/toasts.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { PrintButton } from '#renderer/components/display/print-button.tsx'
import type { Found } from './found.ts'

/** Papers that are printed for a hand to sign, and kept nowhere: declarations, the letter of a refusal. */
export function CandidatePrints({ found }: { found: Found }) {
  const { t } = useTranslation()
  const may = useMay()
  const { id, state, papersGoneOn } = found.candidacy
  const print = async (label: string, load: () => Promise<File>) => {
    try {
      const bytes = new Uint8Array(await (await load()).arrayBuffer())
      const shown = await printPdf(bytes, { title: label })
      if (shown === 'blocked') say(t('plans:printBlocked'), { tone: 'warn' })
    } catch {
      say(t('errors:pdfFailed'), { tone: 'warn' })
    }
  }
  if (!may('candidates.write')) return null
  const declarations = t('candidates:action.printDeclarations')
  const refusal = t('candidates:action.printRefusal')
  if (state === 'notAdmitted')
    return (
      <PrintButton
        label={refusal}
        run={() => void print(refusal, () => client.candidates.refusalPdf({ id }))}
      />
    )
  return papersGoneOn === null && found.mayCorrect ? (
    <PrintButton
      label={declarations}
      run={() => void print(declarations, () => client.candidates.declarationsPdf({ id }))}
    />
  ) : null
}
