/**
 * Packs the built program for Windows and for this system around a dummy Electron, so that the list of
 * packed files is checked (build/check-package.mjs) where Electron itself cannot be had.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import './require-node-24.mjs'

const root = path.join(import.meta.dirname, '..')
const work = mkdtempSync(path.join(tmpdir(), 'opora-package-'))
const { version } = JSON.parse(
  readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8'),
)

const dummy = path.join(work, 'electron')
mkdirSync(path.join(dummy, 'resources'), { recursive: true })
for (const name of ['electron', 'electron.exe', 'LICENSE', 'LICENSES.chromium.html']) {
  writeFileSync(path.join(dummy, name), 'dummy', { mode: 0o755 })
}
writeFileSync(path.join(dummy, 'version'), version)

// Fuses are bits in the real program; the dummy has none to turn.
const config = readFileSync(path.join(root, 'electron-builder.yml'), 'utf8').replace(
  /^electronFuses:\n(?: .*\n)+/m,
  '',
)
const configFile = path.join(work, 'electron-builder.yml')
writeFileSync(configFile, config)

/** @returns {boolean} */
function pack(system, extra) {
  const cli = path.join(root, 'node_modules/electron-builder/cli.js')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      cli,
      `--${system}`,
      'dir',
      '--x64',
      '--publish',
      'never',
      '--config',
      configFile,
      `-c.directories.output=${path.join(work, system)}`,
      `-c.electronDist=${dummy}`,
      `-c.electronVersion=${version}`,
      ...extra,
    ],
    { cwd: root, encoding: 'utf8' },
  )
  if (status === 0) return true
  console.error(`${stdout}${stderr}`)
  return false
}

try {
  const ok =
    pack('win', ['-c.disableAsarIntegrity=true', '-c.win.signAndEditExecutable=false']) &&
    pack('linux', [])
  console.log(ok ? 'The packages have every part and nothing else.' : 'The packages are not right.')
  process.exitCode = ok ? 0 : 1
} finally {
  rmSync(work, { recursive: true, force: true })
}
