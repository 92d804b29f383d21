import type { ElsewhereState, Learning, MyLearning } from './elsewhere.contract.ts'

/** Nobody confirms their own; what is confirmed is taken back by sending it back. */
export function stepsOf(state: ElsewhereState, isOwn: boolean): Learning['can'] {
  if (isOwn) return []
  if (state === 'asked') return ['confirm', 'return']
  return state === 'confirmed' ? ['return'] : []
}

export function ownSteps(state: ElsewhereState): MyLearning['can'] {
  if (state === 'draft') return ['change', 'remove']
  return state === 'confirmed' ? ['take'] : ['change', 'remove', 'take']
}
