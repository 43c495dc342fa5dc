/**
 * `npm run test:fat32`: copies to a FAT32 stick, on the driver of a real kernel. Where this computer's
 * own kernel has none (containers, virtual machines), in a User-Mode Linux beside it: Debian packages
 * `user-mode-linux` and `kmod`. It sees the same files; its stick is a file of 100 MB.
 */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  existsSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import './require-node-24.mjs'

const root = path.join(import.meta.dirname, '..')
const tests = [
  path.join(root, 'node_modules/vitest/vitest.mjs'),
  ...['run', '--root', root, 'db/backup/real-media.test.ts', '-t', 'vfat'],
]
const linux = process.env['OPORA_UML'] ?? '/usr/bin/linux.uml'
const modules = process.env['OPORA_UML_MODULES'] ?? '/usr/lib/uml/modules'

if (readFileSync('/proc/filesystems', 'utf8').includes('\tvfat'))
  process.exitCode = spawnSync(process.execPath, tests, { stdio: 'inherit' }).status ?? 1
else if (existsSync(linux) && existsSync(modules)) process.exitCode = inUserModeLinux()
else {
  console.error('SKIPPED: no FAT32 in this kernel, and no user-mode-linux to bring one.')
  process.exitCode = 1
}

/** @returns {number} */
function inUserModeLinux() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'opora-uml-'))
  const [stick, init, outcome] = ['stick', 'init', 'outcome'].map((name) => path.join(folder, name))
  const fd = openSync(stick, 'w')
  ftruncateSync(fd, 100 * 1024 * 1024)
  closeSync(fd)
  const drivers = path.join(modules, readdirSync(modules)[0] ?? '', 'kernel/fs')
  const order = ['nls/nls_cp437', 'nls/nls_iso8859-1', 'nls/nls_utf8', 'fat/fat', 'fat/vfat']
  writeFileSync(
    init,
    `#!/bin/sh
export PATH='${process.env['PATH'] ?? ''}:/usr/sbin:/sbin' HOME=/root OPORA_STICK=/dev/ubda
mount -t proc proc /proc; mount -t sysfs sys /sys; mount -t devtmpfs dev /dev 2>/dev/null
${order.map((name) => `insmod ${path.join(drivers, name)}.ko`).join('\n')}
'${process.execPath}' ${tests.map((one) => `'${one}'`).join(' ')}
echo $? > '${outcome}'
sync; echo o > /proc/sysrq-trigger; sleep 10
`,
  )
  chmodSync(init, 0o700)
  try {
    spawnSync(
      linux,
      [
        ...['mem=4G', `ubda=${stick}`, 'root=/dev/root', 'rootfstype=hostfs', 'rootflags=/', 'rw'],
        ...[`init=${init}`, 'con=null', 'con0=null,fd:1', 'quiet'],
      ],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    )
    return existsSync(outcome) ? Number(readFileSync(outcome, 'utf8')) : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
