import type { PayUnit } from '#domain/employments/schema.ts'
import { formatDate, formatHoursText, formatMoney } from '#domain/text/format.ts'
import { useTranslation, type Translate } from '#renderer/shell/use-translation.ts'
import { Facts, type Fact } from '#renderer/components/display/facts.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { factOf } from '#renderer/components/record/facts-of.tsx'
import { paperBadge } from '#renderer/features/papers/paper-look.ts'
import { employmentFields } from './employment-table.ts'
import type { Employment } from './found.ts'

const typed = (text: string | null) => text && <span lang="bg">{text}</span>

/** „5,24 € на час“; nothing for a role that sees no pay. */
function payOf(
  t: Translate,
  { basePayCents, payUnit }: { basePayCents: number | null; payUnit: PayUnit | null },
) {
  if (basePayCents === null || payUnit === null) return null
  return `${formatMoney(basePayCents)} ${t(`employments:payUnit.${payUnit}`)}`
}

/** How it came to its end, or to a stop. */
function endFacts(t: Translate, one: Employment): Fact[] {
  const { end } = one
  return [
    ...(one.suspendedFrom === null
      ? []
      : [
          {
            label: t('employments:field.suspendedFrom'),
            value: formatDate(one.suspendedFrom),
          },
          {
            label: t('employments:field.suspensionReason'),
            value: typed(one.suspensionReason),
          },
        ]),
    ...(end === null
      ? []
      : [
          {
            label: t('employments:field.groundId'),
            value: typed(`${end.ground} – ${end.article}`),
          },
          {
            label: t('employments:field.orderDate'),
            value: end.orderDate && formatDate(end.orderDate),
          },
          ...(end.reason === ''
            ? []
            : [{ label: t('employments:field.reason'), value: typed(end.reason) }]),
          ...(one.order === null
            ? []
            : [
                {
                  label: t('employments:field.order'),
                  value: <StatusBadge {...paperBadge(one.order.status)} />,
                },
              ]),
        ]),
    ...(one.annulReason === ''
      ? []
      : [{ label: t('employments:field.annulReason'), value: typed(one.annulReason) }]),
  ]
}

/** What is in force of a contract today, and what became of it. */
export function EmploymentFacts({ employment: one }: { employment: Employment }) {
  const { t } = useTranslation()
  const { input, now, paper } = one
  const fact = (name: (typeof employmentFields.rows)[number]['name']) =>
    factOf(t, employmentFields, input, name)
  const date = (value: string | null) => value && formatDate(value)
  const pay = payOf(t, now)
  return (
    <Facts
      narrow
      facts={[
        fact('kind'),
        { label: t('employments:field.positionId'), value: typed(one.position) },
        { label: t('employments:field.code'), value: one.code },
        fact('legalGround'),
        ...(input.task === null ? [] : [fact('task')]),
        { label: t('employments:field.startDate'), value: date(input.startDate) },
        { label: t('employments:field.endDate'), value: date(one.lastDay) },
        ...(input.kind === 'civil'
          ? []
          : [
              {
                label: t('employments:field.minutesPerDay'),
                value: now.minutesPerDay && <strong>{formatHoursText(now.minutesPerDay)}</strong>,
                changed: now.minutesPerDay !== input.minutesPerDay,
              },
              fact('schedule'),
              fact('averagingMonths'),
              fact('leaveDays'),
              fact('noticeDays'),
              fact('probationMonths'),
            ]),
        ...(pay === null
          ? []
          : [
              {
                label: t('employments:field.basePayCents'),
                value: pay,
                changed: now.basePayCents !== input.basePayCents,
              },
            ]),
        {
          label: t('employments:field.placeOfWork'),
          value: typed(now.placeOfWork),
          changed: now.placeOfWork !== input.placeOfWork,
        },
        {
          label: t('employments:field.projectId'),
          value: typed(one.project ?? now.programme),
          changed: now.programme !== input.programme,
        },
        { label: t('employments:field.signedOn'), value: date(one.signedOn) },
        { label: t('employments:field.issuedBy'), value: one.issuedBy },
        ...(paper === null
          ? []
          : [
              {
                label: t('employments:field.paper'),
                value: <StatusBadge {...paperBadge(paper.status)} />,
              },
            ]),
        ...endFacts(t, one),
      ]}
    />
  )
}
