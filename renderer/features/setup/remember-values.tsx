import { useEffect } from 'react'
import { useFormContext } from 'react-hook-form'

/** Keeps what is typed in a step while one goes back to another; for values that are no secret. */
export function RememberValues({ keep }: { keep: (values: Record<string, unknown>) => void }) {
  const { watch } = useFormContext()
  useEffect(() => {
    const watching = watch((values) => {
      keep(values)
    })
    return () => {
      watching.unsubscribe()
    }
  }, [watch, keep])
  return null
}
