import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { listSnapshots } from '#db/backup/snapshot.ts'
import { smallDisk, type SmallDisk } from '#db/testing/small-disk.ts'
import { eventsOf, refusal } from '#electron/api/testing/answers.ts'
import { fromFolder, onStick, snapshotNow } from '#electron/api/testing/copies.ts'
import {
  click,
  openOfficeIn,
  secretOf,
  testPassword,
  type Client,
  type RunningOffice,
} from '#electron/api/testing/office.ts'
import { personInput } from '#electron/api/testing/person-data.ts'

const megabytes = 40
const size = megabytes * 10

/**
 * The disk fills as soon as what is staged is begun: it is made as small as what lies on it. A shell
 * does it, which is quicker than the work of a thread of this process.
 */
const filler = `
echo ready
until [ -e $1 ]; do :; done
until mount -o remount,size=$2m $3 2>/dev/null; do set -- "$1" $(($2 + 4)) "$3"; done
`

const found = smallDisk('tmpfs', size)
const whyNot = typeof found === 'string' ? found : undefined
let disk: SmallDisk
let running: RunningOffice
let source: ReturnType<typeof fromFolder>
let head: Client

describe.skipIf(whyNot !== undefined)(whyNot ?? 'a disk that fills in the middle', () => {
  beforeAll(async () => {
    disk = found as SmallDisk
    const dir = join(disk.place, 'Opora')
    mkdirSync(dir)
    running = await openOfficeIn(dir)
    head = await running.as()
    const { raw } = running.office.vault.database()
    raw.exec('create table filler (id integer primary key, body blob) strict')
    for (let n = 0; n < megabytes; n++)
      raw.exec('insert into filler (body) values (randomblob(1048000))')
    raw.pragma('wal_checkpoint(truncate)')
    const name = await snapshotNow(running)
    source = fromFolder(onStick(running, name))
    rmSync(join(dir, 'snapshots', name), { recursive: true })
  }, 120_000)
  afterAll(async () => {
    await running.dispose()
    disk.dispose()
  })
  const shells: ChildProcess[] = []
  afterEach(() => {
    for (const one of shells.splice(0)) one.kill()
    makeRoom()
  })

  const makeRoom = () => execFileSync('mount', ['-o', `remount,size=${String(size)}m`, disk.place])
  /** Does it while the disk fills; it must have filled. `before`: MB that are written until then. */
  async function whileItFills<T>(
    root: 'work' | 'snapshots',
    work: () => Promise<T>,
    before = 0,
  ): Promise<T> {
    const { blocks, bfree, bsize } = statfsSync(disk.place)
    const used = Math.ceil(((blocks - bfree) * bsize) / 2 ** 20)
    const staged = root === 'work' ? 'work/*' : 'snapshots/*.part'
    const signs = join(running.dir, staged, 'office.opora')
    const shell = spawn('sh', ['-c', filler, 'sh', signs, String(used + before + 8), disk.place])
    shells.push(shell)
    const full = new Promise((resolve) => shell.once('exit', resolve))
    await new Promise((resolve) => shell.stdout.once('data', resolve))
    const result = await work()
    await full
    return result
  }
  /** What may not change, and what may not be left lying. */
  function whatLies() {
    const { dir } = running
    const names = (folder: string) =>
      existsSync(join(dir, folder)) ? readdirSync(join(dir, folder)).sort() : []
    return {
      office: readdirSync(dir)
        .filter((name) => !/-(wal|shm)$|^(work|aside|snapshots)$/.test(name))
        .sort(),
      work: names('work'),
      aside: names('aside'),
      snapshots: names('snapshots'),
      keyring: readFileSync(join(dir, 'keyring.json'), 'utf8'),
    }
  }
  const people = () =>
    running.office.vault.database().raw.prepare('select count(*) from persons').pluck().get()

  test('a snapshot: told, nothing of it stays, and saving goes on', async () => {
    const before = whatLies()
    await expect(whileItFills('snapshots', () => snapshotNow(running))).rejects.toMatchObject({
      problem: 'ownDiskFull',
    })
    expect(whatLies()).toEqual(before)
    makeRoom()
    await head.people.create(click(personInput()))
    await snapshotNow(running)
    expect(listSnapshots(running.dir)).toMatchObject([{ problem: null }])
    rmSync(join(running.dir, 'snapshots'), { recursive: true })
  })

  test('the copy that a stick would get: told, and nothing is on the stick', async () => {
    const place = running.folder()
    const before = whatLies()
    expect(
      await whileItFills('work', () => refusal(eventsOf(head.backup.make({ place })))),
    ).toMatchObject({
      code: 'RULE',
      data: { problems: [{ code: 'ownDiskFull' }] },
    })
    expect(whatLies()).toEqual(before)
    makeRoom()
    expect((await eventsOf(head.backup.make({ place }))).at(-1)).toMatchObject({
      copy: { state: 'verified' },
    })
  })

  test('a trial restore: told, and the office is as it was', async () => {
    const before = whatLies()
    expect(
      await whileItFills('work', () => refusal(eventsOf(head.restore.trial({ source })))),
    ).toMatchObject({ code: 'RULE', data: { problems: [{ code: 'ownDiskFull' }] } })
    expect(whatLies()).toEqual(before)
  })

  test.each([
    ['its safety copy', 'snapshots', 0],
    ['what is staged', 'work', megabytes],
  ] as const)('a restore, in %s: told, and nobody is logged out', async (_, root, written) => {
    await head.people.create(click(personInput()))
    const total = people()
    const secret = await secretOf(head)
    const before = whatLies()
    expect(
      await whileItFills(
        root,
        () => refusal(eventsOf(head.restore.run({ source, secret }))),
        written,
      ),
    ).toMatchObject({ code: 'RULE', data: { problems: [{ code: 'ownDiskFull' }] } })
    // The safety copy was whole before: it stays as every other.
    expect({ ...whatLies(), snapshots: [] }).toEqual({ ...before, snapshots: [] })
    expect(people()).toBe(total)
    for (const name of whatLies().snapshots)
      rmSync(join(running.dir, 'snapshots', name), { recursive: true })
  })

  test('a change of key: told, the old key and every password hold, and then it goes through', async () => {
    const before = whatLies()
    const change = () => eventsOf(head.keyring.change({ password: testPassword }))
    expect(await whileItFills('work', () => refusal(change()))).toMatchObject({
      code: 'RULE',
      data: { problems: [{ code: 'ownDiskFull' }] },
    })
    expect(whatLies()).toEqual(before)
    makeRoom()
    await running.as('clerk')
    expect((await change()).at(-1)).toMatchObject({ kind: 'done' })
  })

  test('with room again the restore goes through', async () => {
    const total = people()
    await eventsOf(head.restore.run({ source, secret: await secretOf(head) }))
    await running.as('clerk')
    expect(people()).toBeLessThan(Number(total))
  })
})
