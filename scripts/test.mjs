/** `npm test`: every check, each in its turn, and one clear count at the end. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import './require-node-24.mjs'

const root = path.join(import.meta.dirname, '..')
const unitReport = path.join(root, 'test-results/unit.json')
const e2eReport = path.join(root, 'test-results/e2e.json')

/** In this order: what is cheap and says most comes first. */
const steps = [
  { name: 'types', script: 'typecheck' },
  { name: 'lint', script: 'lint' },
  { name: 'format', script: 'format:check' },
  { name: 'import rules', script: 'depcruise' },
  { name: 'unused code', script: 'knip' },
  { name: 'lock file', script: 'lock:check' },
  { name: 'unit and API tests', script: 'test:unit', report: unitReport, count: countUnit },
  { name: 'build', script: 'build' },
  { name: 'packed files', script: 'package:check' },
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

function runScript(script) {
  const npm = process.env.npm_execpath
  const [program, args, options] =
    npm === undefined
      ? ['npm', [], { shell: process.platform === 'win32' }]
      : [process.execPath, [npm], {}]
  return spawnSync(program, [...args, 'run', '--silent', script], {
    cwd: root,
    stdio: 'inherit',
    ...options,
  })
}

const total = { passed: 0, failed: 0, skipped: 0 }
const lines = []
for (const step of steps) {
  console.log(`\n── ${step.name} (npm run ${step.script})`)
  if (step.report !== undefined) rmSync(step.report, { force: true })
  const started = Date.now()
  const ok = runScript(step.script).status === 0
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

console.log(`\n${lines.join('\n')}`)
if (total.skipped > 0)
  console.log(`${String(total.skipped)} skipped: the reasons are printed above.`)
console.log(`${String(total.passed)} passed, ${String(total.failed)} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
