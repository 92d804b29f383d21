import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'

export type Expression = {
  readonly file: string
  readonly line: number
  readonly pattern: string
  readonly flags: string
}

/** A call that makes an expression out of text at run time. */
export type Made = { readonly file: string; readonly line: number; readonly text: string }

type Node = { readonly type: string; readonly start: number; readonly end: number }

const isNode = (value: unknown): value is Node & Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value && typeof value.type === 'string'

/** Calls `see` with every node of a syntax tree. */
export function walk(value: unknown, see: (node: Node & Readonly<Record<string, unknown>>) => void): void {
  if (Array.isArray(value)) {
    for (const one of value) walk(one, see)
    return
  }
  if (typeof value !== 'object' || value === null) return
  if (isNode(value)) see(value)
  for (const part of Object.values(value)) walk(part, see)
}

const isRegex = (value: unknown): value is { pattern: string; flags: string } =>
  typeof value === 'object' && value !== null && 'pattern' in value && 'flags' in value

/** Every regular expression of the sources, tests excepted, and every place that makes one. */
export function expressionsOf(root: string): { written: Expression[]; made: Made[] } {
  const written: Expression[] = []
  const made: Made[] = []
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter(
    (file) => !/\.(test|fixture|samples)\.ts$/.test(file),
  )
  for (const file of files.sort()) {
    const source = readFileSync(join(root, file), 'utf8')
    const lineOf = (at: number): number => source.slice(0, at).split('\n').length
    walk(parseSync(file, source).program, (node) => {
      const { regex, callee } = node
      if (node.type === 'Literal' && isRegex(regex)) written.push({ file, line: lineOf(node.start), ...regex })
      const isCall = node.type === 'NewExpression' || node.type === 'CallExpression'
      if (isCall && isNode(callee) && callee['name'] === 'RegExp')
        made.push({ file, line: lineOf(node.start), text: source.slice(node.start, node.end) })
    })
  }
  return { written, made }
}
