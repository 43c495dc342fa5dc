import { formatBytes } from '#domain/text/bytes.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { driveName, type Drive } from './backup-texts.ts'
import classes from './backup.module.css'

/** A folder or share that was copied to before and is there now. */
export interface KnownFolder {
  name: string
  place: string
  freeBytes: number | null
}

export interface ChosenPlace {
  /** Place of a drive or of a known folder; empty: the folder that is typed. */
  drive: string
  folder: string
  /** For a medium that the office does not know yet. */
  name: string
}

export function placeOf({ drive, folder }: ChosenPlace): string {
  return drive === '' ? folder.trim() : drive
}

/** A drive that is attached, or a folder by its path; a name for one that is new. */
export function PlaceFields(props: {
  drives: readonly Drive[] | undefined
  folders: readonly KnownFolder[]
  chosen: ChosenPlace
  onChoose: (chosen: ChosenPlace) => void
}) {
  const { t } = useTranslation()
  const { drives, folders, chosen, onChoose } = props
  const drive = drives?.find((one) => one.place === chosen.drive)
  const notes = drive
    ? [
        drive.otherOffices.length > 0
          ? t('backup:driveOther', {
              names: drive.otherOffices.map((name) => `„${name}“`).join(', '),
            })
          : '',
        drive.sameDisk ? t('backup:driveSameDisk') : '',
      ].filter(Boolean)
    : []
  return (
    <>
      <fieldset className={classes.places}>
        <legend>{t('backup:where')}</legend>
        {drives === undefined ? <p className="o-muted">{t('backup:drivesSearched')}</p> : null}
        {drives?.length === 0 && folders.length === 0 ? <p>{t('backup:drivesNone')}</p> : null}
        {drives?.map((one) => (
          <Place
            key={one.place}
            label={
              one.freeBytes === null
                ? t('backup:driveNoFree', { name: driveName(t, one) })
                : t('backup:drive', { name: driveName(t, one), free: formatBytes(one.freeBytes) })
            }
            checked={chosen.drive === one.place}
            onChoose={() => {
              onChoose({ ...chosen, drive: one.place, name: one.medium ? '' : one.label })
            }}
          />
        ))}
        {folders.map((one) => (
          <Place
            key={one.place}
            label={t('backup:folder', { name: one.name, place: one.place })}
            checked={chosen.drive === one.place}
            onChoose={() => {
              onChoose({ ...chosen, drive: one.place, name: '' })
            }}
          />
        ))}
        <Place
          label={t('backup:otherPlace')}
          checked={chosen.drive === ''}
          onChoose={() => {
            onChoose({ ...chosen, drive: '' })
          }}
        />
      </fieldset>
      {chosen.drive === '' ? (
        <label className={classes.field}>
          {t('backup:otherPlacePath')}
          <span className="o-small o-muted">{t('backup:otherPlaceHint')}</span>
          <input
            value={chosen.folder}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => {
              onChoose({ ...chosen, folder: event.currentTarget.value })
            }}
          />
        </label>
      ) : null}
      {drive && !drive.medium ? (
        <label className={classes.field}>
          {t('backup:nameForNew')}
          <span className="o-small o-muted">{t('backup:nameForNewHint')}</span>
          <input
            value={chosen.name}
            maxLength={60}
            lang="bg"
            autoComplete="off"
            onChange={(event) => {
              onChoose({ ...chosen, name: event.currentTarget.value })
            }}
          />
        </label>
      ) : null}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </>
  )
}

function Place(props: { label: string; checked: boolean; onChoose: () => void }) {
  return (
    <label>
      <input
        type="radio"
        name="backup-place"
        checked={props.checked}
        onChange={() => {
          props.onChoose()
        }}
      />
      {props.label}
    </label>
  )
}
