import { activityGroups, type ActivityGroup } from '#domain/regimes/activity-groups.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { FieldFrame } from '#renderer/components/fields/field-frame.tsx'
import { useField, type FieldProps } from '#renderer/components/fields/use-field.ts'
import classes from './assessments.module.css'

/** The five groups of activities of ЗСУ чл. 93, ал. 1; as many as are recommended. */
export function ActivitiesField(props: FieldProps) {
  const { t } = useTranslation()
  const field = useField(props)
  const chosen = (Array.isArray(field.value) ? field.value : []) as ActivityGroup[]
  return (
    <FieldFrame field={field} props={props} group>
      <div
        className={classes.activities}
        role="group"
        aria-label={props.label}
        aria-describedby={field.control['aria-describedby']}
        data-field={props.name}
      >
        {activityGroups.map((group, index) => (
          <label key={group}>
            <input
              ref={index === 0 ? field.ref : undefined}
              type="checkbox"
              checked={chosen.includes(group)}
              onBlur={field.onBlur}
              onKeyDown={field.onKeyDown}
              onChange={(event) => {
                const ticked = event.currentTarget.checked
                // In the order of the law, whatever the order of ticking.
                field.change(
                  activityGroups.filter((own) => (own === group ? ticked : chosen.includes(own))),
                )
              }}
            />
            {t(`assessments:activityGroup.${group}`)}
          </label>
        ))}
      </div>
    </FieldFrame>
  )
}
