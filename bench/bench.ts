/** `./rost bench [names…] [--write] [--explain] [--rounds N]`: measures and prints; nothing fails by time. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { backup } from './backup.bench.ts'
import { dirty } from './dirty.bench.ts'
import { documents } from './documents.bench.ts'
import { fresh } from './fresh.bench.ts'
import { indicators } from './indicators.bench.ts'
import { list } from './list.bench.ts'
import { load } from './load.bench.ts'
import { mine } from './mine.bench.ts'
import { overload } from './overload.bench.ts'
import { page } from './page.bench.ts'
import { root } from './parts/place.ts'
import { type Bench, type Report, render } from './parts/report.ts'
import { person } from './person.bench.ts'
import { start } from './start.bench.ts'
import { undo } from './undo.bench.ts'

const benches: Readonly<Record<string, Bench>> = {
  ...{ indicators, fresh, load, dirty, undo, start, person, list, page, mine },
  ...{ overload, backup, documents },
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '21' },
  },
})
const unknown = positionals.filter((name) => !(name in benches))
if (unknown.length > 0) {
  process.stderr.write(`no benchmark ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}\n`)
  process.exit(2)
}

if (values.write && positionals.length > 0) {
  process.stderr.write('--write puts all benchmarks on one page: run it without names\n')
  process.exit(2)
}

const reports: Report[] = []
for (const [name, bench] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  process.stderr.write(`bench: ${name}\n`)
  for (const report of await bench({ explain: values.explain, rounds: Number(values.rounds) })) {
    reports.push(report)
    process.stdout.write(`${render(report)}\n`)
  }
}
if (values.write) writeFileSync(join(root, 'docs', 'benchmarks.md'), pageOf(reports))

function pageOf(all: readonly Report[]): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
  const changed = execFileSync('git', ['status', '--porcelain', '--', 'src', 'db', 'bench'], {
    cwd: root,
    encoding: 'utf8',
  })
  const memory = Math.round(totalmem() / 2 ** 30)
  return `# Benchmarks

Written by \`./rost bench --write\` on ${new Date().toISOString().slice(0, 10)}: ${availableParallelism()} cores, ${memory} GB of
memory, commit ${commit}${changed === '' ? '' : ' with changes'}. Client, server and database share the machine. Ratios are taken pair by pair of
runs that follow one another after a warm-up, then their median; nothing fails by time. \`reach\` is what the figure is
meant to be.

${all.map(render).join('\n')}`
}
