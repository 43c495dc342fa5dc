import { Link } from '@tanstack/react-router'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { isBuilt } from '#renderer/shell/register.ts'
import { MadePaper } from '#renderer/components/display/made-paper.tsx'
import type { Found } from './found.ts'
import classes from './assessments.module.css'

/** The sheet as it is printed: frozen with its number, before that with „ПРОЕКТ“ across it. */
export function AssessmentPaper({ found }: { found: Found }) {
  const { t } = useTranslation()
  const { id, version, paper } = found
  const hasPage = isBuilt(routes.paper)
  return (
    <div className={classes.paper}>
      {paper && hasPage ? (
        <p>
          <Link to={addressOf(routes.paper, paper.id)}>{t('assessments:action.paper')}</Link>
        </p>
      ) : null}
      <MadePaper
        of={['assessments', 'pdf', id, paper?.id ?? version]}
        make={(signal) =>
          paper
            ? client.papers.pdf({ id: paper.id }, { signal })
            : client.assessments.draftPdf({ id }, { signal })
        }
        startZoom={0.75}
        label={
          paper ? t('assessments:paperOf', { number: paper.number }) : t('assessments:paperDraft')
        }
      />
    </div>
  )
}
