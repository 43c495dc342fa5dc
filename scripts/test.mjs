/** `npm test`: every check and every test, and one clear count at the end. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import './require-node-24.mjs'

const root = path.join(import.meta.dirname, '..')
const unitReport = path.join(root, 'test-results/unit.json')
const e2eReport = path.join(root, 'test-results/e2e.json')

/** Hundreds of processes begin with the same code: what one has compiled the next need not compile again. */
const env = { NODE_COMPILE_CACHE: path.join(root, 'node_modules/.cache/compiled'), ...process.env }

/** Each keeps one core busy: they run side by side, the longest first, and speak when they end. */
const checks = [
  { name: 'lint', script: 'lint' },
  { name: 'types', script: 'typecheck' },
  { name: 'build', script: 'build' },
  { name: 'format', script: 'format:check' },
  { name: 'packed files', script: 'package:check', after: 'build' },
  { name: 'import rules', script: 'depcruise' },
  { name: 'unused code', script: 'knip' },
  { name: 'lock file', script: 'lock:check' },
]

/** Each uses the whole machine, and is watched while it runs. */
const suites = [
  { name: 'unit and API tests', script: 'test:unit', report: unitReport, count: countUnit },
  { name: '100 crash rounds', script: 'test:crash' },
  { name: 'tests in the browser', script: 'test:e2e', report: e2eReport, count: countE2e },
]

function countUnit(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numFailedTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function countE2e({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }
}

/** @returns {Promise<boolean>} whether it ended well */
function runScript({ name, script }, watched) {
  const npm = process.env.npm_execpath
  const [program, args, options] =
    npm === undefined
      ? ['npm', [], { shell: process.platform === 'win32' }]
      : [process.execPath, [npm], {}]
  if (watched) announce(name, script)
  const child = spawn(program, [...args, 'run', '--silent', script], {
    cwd: root,
    stdio: watched ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env,
    ...options,
  })
  const output = []
  child.stdout?.on('data', (chunk) => output.push(chunk))
  child.stderr?.on('data', (chunk) => output.push(chunk))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => {
      if (!watched) {
        announce(name, script)
        process.stdout.write(Buffer.concat(output))
      }
      resolve(status === 0)
    })
  })
}

function announce(name, script) {
  console.log(`\n── ${name} (npm run ${script})`)
}

const total = { passed: 0, failed: 0, skipped: 0 }
const lines = []

async function run(step, watched) {
  if (step.report !== undefined) rmSync(step.report, { force: true })
  const started = Date.now()
  const ok = await runScript(step, watched)
  const seconds = ((Date.now() - started) / 1000).toFixed(1)

  let counted = { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
  if (step.report !== undefined && existsSync(step.report)) {
    counted = step.count(JSON.parse(readFileSync(step.report, 'utf8')))
    // A runner that failed for a reason of its own must not look green.
    if (!ok && counted.failed === 0) counted.failed = 1
    if (ok && counted.passed === 0) counted.failed += 1
  }
  for (const key of Object.keys(total)) total[key] += counted[key]
  const skipped = counted.skipped > 0 ? `, ${String(counted.skipped)} skipped` : ''
  lines.push(
    `${counted.failed === 0 ? 'ok    ' : 'FAILED'}  ${step.name}: ${String(counted.passed)} passed, ${String(counted.failed)} failed${skipped} (${seconds} s)`,
  )
}

/** Takes the next check whose forerunner is done, until none is left. */
async function lane(waiting, done) {
  for (;;) {
    const next = waiting.findIndex(({ after }) => after === undefined || done.has(after))
    const [step] = next === -1 ? [] : waiting.splice(next, 1)
    if (step === undefined) return
    await run(step, false)
    done.add(step.name)
  }
}

const waiting = [...checks]
const done = new Set()
await Promise.all(
  Array.from({ length: Math.min(availableParallelism(), 4) }, () => lane(waiting, done)),
)
// A forerunner may have ended in the last lane.
await lane(waiting, done)
for (const suite of suites) await run(suite, true)

console.log(`\n${lines.join('\n')}`)
if (total.skipped > 0)
  console.log(`${String(total.skipped)} skipped: the reasons are printed above.`)
console.log(`${String(total.passed)} passed, ${String(total.failed)} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
