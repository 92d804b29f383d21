import type { Inline } from '../../../../platform/documents/index.ts'
import type { Figure } from '../../../indicators/index.ts'
import { type Change, changeOf, type NoteFigure, standing } from '../figures.ts'
import { cellLink, figureLink } from '../links.ts'
import type { NoteFacts } from '../note.facts.ts'
import { STANDING_WORDS } from '../note.words.ts'
import { NOTHING, sayBound, sayChange, sayFigure } from '../russian.ts'

/** The figure as a link to its page. */
export const figureInline = (facts: NoteFacts, { code, now }: NoteFigure): Inline => ({
  text: sayFigure(now),
  href: figureLink(facts, code),
})

/** A cell of a slice as a link to who stands behind it. */
export const cellInline = (facts: NoteFacts, code: string, slice: string, key: string, figure: Figure): Inline => ({
  text: sayFigure(figure),
  href: cellLink(facts, code, slice, key),
})

export function standingInline(figure: NoteFigure): Inline {
  const stands = standing(figure)
  if (stands !== null) return STANDING_WORDS[stands]
  return { text: figure.band === undefined ? 'границы не заданы' : NOTHING, tone: 'muted' }
}

/** `норма — от 70 %, внимание — от 50 %`; of what is better lower, `до`. */
export function sayBand({ band, isShare }: NoteFigure): string {
  if (band === undefined) return ''
  const side = band.better === 'higher' ? 'от' : 'до'
  const plan = band.plan === null ? '' : `; план года — ${sayBound(band.plan, isShare)}`
  return `норма — ${side} ${sayBound(band.good, isShare)}, внимание — ${side} ${sayBound(band.warn, isShare)}${plan}`
}

/** `▲ +2,1 п. п.`, `▼ −3`, `без изменений`; what cannot be compared says so. */
export function changeInline(before: Figure | undefined, now: Figure): Inline {
  const change = changeOf(before, now)
  return change === undefined
    ? { text: 'не с чем сравнить', tone: 'muted' }
    : sayMoved(change, now.denominator !== null)
}

export function sayMoved({ by, is }: Change, isShare: boolean): string {
  if (is === 'still') return 'без изменений'
  return `${is === 'up' ? '▲' : '▼'} ${sayChange(by, isShare)}`
}
