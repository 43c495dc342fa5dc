import type { Problem } from '#domain/problems/schema.ts'
import { openText } from '#renderer/shell/open-text.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'

/** What is missing, each told apart: of four declarations it says which. */
export function useLackText(): (problem: Problem) => string {
  const { t } = useTranslation()
  const text = useProblemText()
  return (problem) =>
    problem.code === 'candidateDeclarationMissing'
      ? t('candidates:notDeclared', {
          declaration: openText(
            `candidates:declaration.${String(problem.path?.at(-1))}`,
            'common:none',
          ),
        })
      : text(problem)
}
