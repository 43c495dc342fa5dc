import type { Translate } from '#renderer/shell/use-translation.ts'
import type { TaskStep } from '#renderer/components/display/task-path.tsx'

export const setupSteps = [
  'welcome',
  'office',
  'signatories',
  'programme',
  'account',
  'recovery',
  'copy',
  'ready',
] as const
export type SetupStep = (typeof setupSteps)[number]

/** The visible list: finished steps can be opened again while the office does not exist. */
export function stepList(
  t: Translate,
  current: SetupStep,
  reached: SetupStep,
  open?: (step: SetupStep) => void,
): TaskStep[] {
  const furthest = setupSteps.indexOf(reached)
  return setupSteps.map((id, index) => ({
    id,
    title: t(`setup:steps.${id}`),
    state:
      index < furthest ? 'done' : index === furthest && id !== current ? 'incomplete' : 'notBegun',
    current: id === current,
    ...(id === current
      ? { note: t('setup:now') }
      : index > furthest
        ? { note: t('setup:later') }
        : {}),
    ...(open && index <= furthest && id !== current
      ? {
          open: () => {
            open(id)
          },
        }
      : {}),
  }))
}
