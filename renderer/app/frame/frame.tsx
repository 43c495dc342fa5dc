import { useSessionState } from '#renderer/shell/session.tsx'
import { ClosingQuestion } from './closing-question.tsx'
import { gateBefore } from './gate.tsx'
import { OpenFrame } from './open-frame.tsx'
import { Outside } from './outside.tsx'

/** Everything around a page. Without an open session the page is not even mounted. */
export function Frame() {
  const state = useSessionState()
  return (
    <>
      {state.status === 'open' && !gateBefore(state) ? <OpenFrame /> : <Outside state={state} />}
      <ClosingQuestion />
    </>
  )
}
