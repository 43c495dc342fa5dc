import { Button } from '@mantine/core'
import { useKey } from '#renderer/shell/keymap/use-key.ts'
import { KeyHint } from './key-hint.tsx'

/** „Отпечатай“ where something else is the main action: the key is the same on every page. */
export function PrintButton({ label, run }: { label: string; run: () => void }) {
  useKey('Ctrl+P', label, run)
  return (
    <Button variant="default" onClick={run}>
      {label} <KeyHint chord="Ctrl+P" />
    </Button>
  )
}
