import { useTranslation } from 'react-i18next'
import type { Problem } from '#domain/problems/schema.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'

/** What is missing, each told apart: of four declarations it says which. */
export function useMissingText(): (problem: Problem) => string {
  const { t } = useTranslation()
  const text = useProblemText()
  return (problem) =>
    problem.code === 'declarationMissing'
      ? t('applications:declarationMissing', {
          declaration: t(`applications:declaration.${String(problem.path?.at(-1))}`),
        })
      : text(problem)
}
