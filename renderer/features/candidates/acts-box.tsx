import { activityTypes } from '#domain/regimes/activities-data.ts'
import { useField, type FieldProps } from '#renderer/components/fields/use-field.ts'
import { FieldFrame } from '#renderer/components/fields/field-frame.tsx'
import classes from './candidates.module.css'

/** Acts of the catalogue, each to be ticked: what the candidate will not do. */
export function ActsBox(props: FieldProps) {
  const field = useField(props)
  const chosen = Array.isArray(field.value) ? (field.value as string[]) : []
  return (
    <FieldFrame field={field} props={props} group>
      <div className={classes.acts} data-field={props.name}>
        {activityTypes.map(({ id, name }, index) => (
          <label key={id} className={classes.act}>
            <input
              ref={index === 0 ? field.ref : undefined}
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) => {
                const others = chosen.filter((one) => one !== id)
                field.change(event.currentTarget.checked ? [...others, id] : others)
              }}
              onBlur={field.onBlur}
            />
            <span lang="bg">{name}</span>
          </label>
        ))}
      </div>
    </FieldFrame>
  )
}
