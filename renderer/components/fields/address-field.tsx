import type { NameIn } from '#locales/keys.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Row } from '../form/section.tsx'
import { RadioField, type Choice } from './choice-fields.tsx'
import { ComboField } from './combo-field.tsx'
import { TextField } from './text-field.tsx'

export interface AddressFieldProps {
  /** Path of the address in the form's values: `currentAddress`. Its parts are those of a domain address. */
  name: string
  /** Names of the settlements the office knows; others may be typed. */
  settlements: readonly Choice[]
  lastUsed?: readonly string[]
  /** Municipality, region, post code too: for papers. */
  full?: boolean
}

/** An address in the order of the paper form; every part but the settlement may stay empty. */
export function AddressField({ name, settlements, lastUsed, full }: AddressFieldProps) {
  const { t } = useTranslation()
  const part = (own: NameIn<'common:address'>) => ({
    name: `${name}.${own}`,
    label: t(`common:address.${own}`),
    optional: 'quiet' as const,
  })
  return (
    <div>
      <Row>
        <RadioField
          name={`${name}.settlementKind`}
          label={t('common:address.settlementKind')}
          width="middle"
          choices={[
            { value: 'village', label: t('common:address.village') },
            { value: 'town', label: t('common:address.town') },
          ]}
        />
        <ComboField
          name={`${name}.settlement`}
          label={t('common:address.settlement')}
          width="long"
          free
          choices={settlements}
          {...(lastUsed ? { lastUsed } : {})}
        />
      </Row>
      <Row>
        <TextField {...part('quarter')} max={60} passBy />
        <TextField {...part('street')} width="long" max={80} />
        <TextField {...part('streetNumber')} width="short" max={12} />
      </Row>
      <Row>
        <TextField {...part('block')} max={12} passBy />
        <TextField {...part('entrance')} max={8} passBy />
        <TextField {...part('floor')} max={8} passBy />
        <TextField {...part('apartment')} max={8} passBy />
      </Row>
      {full ? (
        <Row>
          <TextField {...part('postCode')} width="short" max={4} inputMode="numeric" passBy />
          <TextField {...part('municipality')} max={60} passBy />
          <TextField {...part('region')} max={60} passBy />
        </Row>
      ) : null}
    </div>
  )
}
