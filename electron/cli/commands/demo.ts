import { existsSync, readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { makeDemoOffice, StoryStuck } from '#demo/make.ts'
import { lockFolder } from '#db/lock.ts'
import { isCivilDate } from '#domain/calendar/civil-date.ts'
import { civilDateAt } from '#domain/calendar/instant.ts'
import { builtWorkers } from '#electron/office/built-workers.ts'
import { dataDirFrom } from '#electron/office/data-folder.ts'
import { version } from '#electron/office/version.ts'
import texts from '#locales/bg/cli.json' with { type: 'json' }
import { CommandFailed } from '../failure.ts'
import { programDir } from '../program-dir.ts'

const mostPeople = 20_000

/**
 * `demo --dir D [--people N] [--seed S] [--today YYYY-MM-DD]`: an invented office in a new folder,
 * and who may log in to it. The folder is always named: an office of invented people must not end
 * up where the real one belongs. `demo --dir D --unused` makes nothing: it fails as long as somebody
 * has the folder open, so that a script may throw it away.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      dir: { type: 'string' },
      people: { type: 'string', default: '380' },
      seed: { type: 'string', default: 'opora' },
      today: { type: 'string', default: civilDateAt(new Date().toISOString()) },
      unused: { type: 'boolean', default: false },
    },
  })
  const people = Number(values.people)
  if (
    values.dir === undefined ||
    values.dir === '' ||
    !/^\d+$/.test(values.people) ||
    people < 1 ||
    people > mostPeople ||
    !isCivilDate(values.today)
  )
    throw new CommandFailed(texts.usageDemo)
  const dataDir = dataDirFrom(args)
  if (values.unused) {
    // Taking the lock makes a folder that is not there.
    if (existsSync(dataDir)) lockFolder(dataDir, new Date()).release()
    return
  }
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0)
    throw new CommandFailed(texts.demoFolderTaken.replace('{{dir}}', dataDir))
  const progress = progressLine()
  try {
    const made = await makeDemoOffice({
      dataDir,
      workers: builtWorkers(programDir()),
      version,
      people,
      seed: values.seed,
      today: values.today,
      onProgress: progress.show,
    })
    progress.clear()
    process.stdout.write(
      [
        texts.demoMade.replace('{{count}}', String(made.people)),
        '',
        ...made.accounts.map(({ displayName, position }) => `  ${displayName} – ${position}`),
        '',
        texts.demoPassword.replace('{{password}}', made.password),
        texts.demoOpen.replace('{{dir}}', dataDir),
        '',
      ].join('\n'),
    )
  } catch (error) {
    progress.clear()
    // Nobody real is in it: what the scenario ran into may be said.
    if (error instanceof StoryStuck) throw new CommandFailed(`${texts.demoStuck} ${error.message}`)
    throw error
  }
}

/** One line that is written over on a screen; nothing where the output goes to a file. */
function progressLine() {
  const screen = process.stderr.isTTY
  let shown = -1
  return {
    show(share: number) {
      const percent = Math.floor(share * 100)
      if (!screen || percent === shown) return
      shown = percent
      process.stderr.write(`\r${texts.demoProgress.replace('{{percent}}', String(percent))}`)
    },
    clear() {
      if (screen) process.stderr.write('\r\u001B[K')
    },
  }
}
