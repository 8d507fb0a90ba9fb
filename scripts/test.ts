import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, HOW_TO_GET_A_BROWSER } from '../tests/browser/find-browser.ts'

/** `npm test`: everything that CI runs, one part after the other, and one line of counts at the end. */
type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }

const NONE: Counts = { passed: 0, failed: 0, skipped: 0 }
const FAILED: Counts = { ...NONE, failed: 1 }
const reports = mkdtempSync(join(tmpdir(), 'llafar-test-'))

const parts: readonly (readonly [name: string, run: () => Counts])[] = [
  ['Format and lint', () => check(['node_modules/@biomejs/biome/bin/biome', 'check', '.'])],
  ['Types', () => check(['node_modules/astro/bin/astro.mjs', 'check'])],
  ['Without a browser', runVitest],
  ['In a browser', runPlaywright],
]

if (process.argv.includes('--help')) {
  process.stdout.write(
    'npm test\n\nRuns format, lint, types, tests without and with a browser. Ends non-zero when one fails.\n',
  )
} else {
  const counts = parts.map(([name, run]) => {
    process.stdout.write(`\n== ${name}\n`)
    const started = Date.now()
    const result = run()
    process.stdout.write(`== ${name}: ${say(result)}, ${Math.round((Date.now() - started) / 1000)} s\n`)
    return result
  })
  rmSync(reports, { recursive: true, force: true })
  const all = counts.reduce((sum, each) => ({
    passed: sum.passed + each.passed,
    failed: sum.failed + each.failed,
    skipped: sum.skipped + each.skipped,
  }))
  process.stdout.write(`\n${say(all)}\n`)
  process.exitCode = all.failed > 0 ? 1 : 0
}

function say({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** Runs a program of ours under the Node that runs this, its output as it comes. */
function run(programme: readonly string[], environment: NodeJS.ProcessEnv = {}): boolean {
  const { status } = spawnSync(process.execPath, programme, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
  })
  return status === 0
}

/** A check that holds or does not, counted as one. */
function check(programme: readonly string[]): Counts {
  return run(programme) ? { ...NONE, passed: 1 } : FAILED
}

function runVitest(): Counts {
  const file = join(reports, 'vitest.json')
  const isGood = run([
    'node_modules/vitest/vitest.mjs',
    'run',
    // Not the faults: they take minutes, and have a command of their own.
    '--project=sqlite',
    '--project=postgres',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${file}`,
  ])
  return counted(isGood, readReport(file), (report: VitestReport) => ({
    passed: report.numPassedTests,
    // A file that could not be read has no test that could fail.
    failed:
      report.numFailedTests +
      report.testResults.filter((each) => each.status === 'failed' && each.assertionResults.length === 0).length,
    skipped: report.numPendingTests + report.numTodoTests,
  }))
}

function runPlaywright(): Counts {
  // The browser without windows first: Debian has it, others do not.
  for (const name of ['chromium-headless-shell', 'chromium']) if (!findBrowser()) install(name, 'A browser')
  // What is exported has to open with the program that a service would use, not only with a library.
  if (spawnSync('age', ['--version'], { stdio: 'ignore' }).status !== 0) install('age', 'The age program')
  if (!findBrowser()) {
    process.stderr.write(`${HOW_TO_GET_A_BROWSER}\n`)
    return FAILED
  }
  const file = join(reports, 'playwright.json')
  const isGood = run(['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  })
  return counted(isGood, readReport(file), ({ stats }: PlaywrightReport) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }))
}

type VitestReport = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

type PlaywrightReport = {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
}

/** What a runner counted; a runner that counted nothing, or failed without a failing test, has failed once. */
function counted<Report>(isGood: boolean, report: Report | undefined, count: (report: Report) => Counts): Counts {
  if (!report) return FAILED
  const counts = count(report)
  if (counts.passed + counts.failed === 0) return FAILED
  return isGood || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}

function readReport<Report>(file: string): Report | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined
}

/** With the system's package manager, where we may and it is there. */
function install(name: string, what: string): void {
  const mayInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0
  if (!mayInstall) return
  process.stdout.write(`${what} is not here: installing ${name} with apt-get.\n`)
  const apt = (...words: string[]) =>
    spawnSync('apt-get', words, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  // The lists of packages may be old or not there at all.
  if (apt('install', '-y', name)) return
  apt('update')
  apt('install', '-y', name)
}
