import type { ProblemCatalogue } from './platform/http/problem.ts'
import type { Module } from './platform/module.ts'

/** Which module has the words of a problem or of a faulty field. */
export function catalogueOf(all: readonly Module[]): ProblemCatalogue {
  const catalogue = new Map<string, string>()
  for (const { name, messages } of all) {
    const { problems, fields } = messages.ru
    for (const code of Object.keys(typeof problems === 'object' ? problems : {})) catalogue.set(code, name)
    for (const code of Object.keys(typeof fields === 'object' ? fields : {})) catalogue.set(`field:${code}`, name)
  }
  return catalogue
}
