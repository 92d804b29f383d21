/** What a press of a key means in the grid. */
export type Move = 'up' | 'down' | 'left' | 'right' | 'save' | 'back'

type Press = { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly altKey: boolean }

/** Where the caret stands in a text; a choice has none, and moves through its values by up and down. */
export type Caret = { readonly from: number; readonly to: number; readonly length: number } | undefined

/**
 * As in a spreadsheet: arrows and Enter go from cell to cell, within a text left and right first go through it. Tab is
 * the browser's own.
 */
export function moveOf({ key, ctrlKey, metaKey, altKey }: Press, caret: Caret): Move | undefined {
  if (key === 'Enter') return ctrlKey || metaKey ? 'save' : 'down'
  if (key === 'Escape') return 'back'
  if (ctrlKey || metaKey || altKey) return undefined
  if (caret === undefined) return key === 'ArrowLeft' ? 'left' : key === 'ArrowRight' ? 'right' : undefined
  const isWhole = caret.from === 0 && caret.to === caret.length
  switch (key) {
    case 'ArrowUp':
      return 'up'
    case 'ArrowDown':
      return 'down'
    case 'ArrowLeft':
      return isWhole || caret.to === 0 ? 'left' : undefined
    case 'ArrowRight':
      return isWhole || caret.from === caret.length ? 'right' : undefined
    default:
      return undefined
  }
}
