import { useEffect, useState } from 'react'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { PdfView } from '#renderer/components/display/pdf-view.tsx'

export default function PaperPage() {
  const [bytes, setBytes] = useState<Uint8Array>()
  useEffect(() => {
    void fetch('./sample.pdf').then(async (answer) => {
      setBytes(new Uint8Array(await answer.arrayBuffer()))
    })
  }, [])
  return (
    <>
      <PageHead
        title="Договор № 31"
        main={{ label: 'Отпечатай', chord: 'Ctrl+P', run: () => undefined }}
      />
      <PdfView bytes={bytes} label="Договор № 31" />
    </>
  )
}
