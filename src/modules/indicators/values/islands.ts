import { asksForIsland, type Vocabulary } from '../../population/index.ts'
import { type DefinitionBody, quantitiesOf } from '../definitions/definition.contract.ts'
import type { Computed, Figure } from './compute.ts'

/** Figures over fewer people than this say something about each of them. */
export const FEWEST_SHOWN = 5

/** Whether the figure rests on what only holders of the purpose may see of a person (passed or failed, scores). */
export function restsOnIsland(vocabulary: Vocabulary, body: DefinitionBody): boolean {
  const { numerator, denominator } = quantitiesOf(body)
  return (
    asksForIsland(vocabulary, numerator.subject, numerator.of) ||
    (denominator !== undefined && asksForIsland(vocabulary, denominator.subject, denominator.of))
  )
}

/** For readers without the purpose: figures over fewer than five people have no value. */
export function hideSmall(vocabulary: Vocabulary, computed: Computed): Computed {
  if (!restsOnIsland(vocabulary, computed.definition.body)) return computed
  const slices = [...computed.slices].map(
    ([name, rows]) => [name, rows.filter((row) => row.points.every(isShown))] as const,
  )
  return {
    ...computed,
    points: computed.points.map((p) => (isShown(p) ? p : HIDDEN)),
    slices: new Map(slices),
  }
}

const isShown = ({ numerator, denominator }: Figure): boolean => (denominator ?? numerator) >= FEWEST_SHOWN

const HIDDEN: Figure = { numerator: 0, denominator: 0 }

/** The same of a single figure. */
export const hideSmallFigure = (vocabulary: Vocabulary, body: DefinitionBody, figure: Figure): Figure =>
  isShown(figure) || !restsOnIsland(vocabulary, body) ? figure : HIDDEN
