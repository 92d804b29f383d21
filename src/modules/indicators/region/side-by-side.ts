import { type Definition, shortTitleOf } from '../definitions/definition.contract.ts'
import { type Figure, valueOfFigure } from '../values/compute.ts'
import type { RegionDistrict } from './region.contract.ts'

export type Counted = {
  readonly code: string
  readonly name: string
  readonly figures: readonly { readonly definition: Definition; readonly figure: Figure }[]
}

type Answer = { indicators: { code: string; title: string; short: string }[]; districts: RegionDistrict[] }

/** Brings the districts together; each has definitions of its own, and what most of them count by is the measure. */
export function sideBySide(counted: readonly Counted[], language: 'ru' | 'en'): Answer {
  const all = counted.flatMap(({ figures }) => figures.map(({ definition }) => definition))
  const byCode = Map.groupBy(all, ({ code }) => code)
  const usual = new Map([...byCode].map(([code, definitions]) => [code, mostFrequent(definitions.map(bodyOf))]))
  return {
    indicators: [...byCode]
      .map(([code, [first]]) => ({
        code,
        title: (language === 'ru' ? first?.titleRu : first?.titleEn) ?? code,
        short: first === undefined ? code : shortTitleOf(first, language),
      }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    districts: counted.map(({ code, name, figures }) => ({
      code,
      name,
      figures: figures.map(({ definition, figure }) => ({
        code: definition.code,
        ...tell(figure),
        differs: bodyOf(definition) !== usual.get(definition.code),
      })),
    })),
  }
}

function tell(figure: Figure) {
  const { numerator, denominator } = figure
  return denominator === null ? { value: numerator } : { numerator, denominator, value: valueOfFigure(figure) }
}

const bodyOf = ({ body }: Definition): string => JSON.stringify(inOrder(body))

/** With the members of every object in the order of their names, so that alike definitions are alike as texts. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, inOrder(member)]),
  )
}

function mostFrequent(texts: readonly string[]): string | undefined {
  return [...Map.groupBy(texts, (text) => text)].sort(([, a], [, b]) => b.length - a.length)[0]?.[0]
}
