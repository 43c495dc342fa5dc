import { roles } from '#domain/accounts/roles.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { FieldFrame } from '#renderer/components/fields/field-frame.tsx'
import { useField, type FieldProps } from '#renderer/components/fields/use-field.ts'
import classes from './accounts.module.css'

/** A set of roles: ticks, each with what it may and may not, in words. */
export function RolesField(props: FieldProps) {
  const { t } = useTranslation()
  const field = useField(props)
  const chosen = Array.isArray(field.value) ? (field.value as string[]) : []
  const { id } = field
  return (
    <FieldFrame field={field} props={props} group>
      <div data-field={props.name} role="group" aria-label={props.label} className={classes.roles}>
        {roles.map((role, index) => (
          <div key={role} className={classes.role}>
            <label>
              <input
                ref={index === 0 ? field.ref : undefined}
                type="checkbox"
                checked={chosen.includes(role)}
                aria-describedby={`${id}-${role}`}
                onBlur={field.onBlur}
                onChange={(event) => {
                  field.change(
                    roles.filter((one) =>
                      one === role ? event.currentTarget.checked : chosen.includes(one),
                    ),
                  )
                }}
              />
              <span>{t(`accounts:roles.${role}`)}</span>
            </label>
            <div id={`${id}-${role}`} className="o-small o-muted">
              {t(`accounts:may.${role}`)} {t(`accounts:mayNot.${role}`)}
            </div>
          </div>
        ))}
      </div>
    </FieldFrame>
  )
}
