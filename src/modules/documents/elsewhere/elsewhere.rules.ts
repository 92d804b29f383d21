import type { Deed, MyDeed } from './elsewhere.contract.ts'

type Stored = Pick<Deed, 'state' | 'isRecorded'>

/** Nobody confirms their own; what is confirmed is taken back by sending it back, or removed where nobody had sent it. */
export function stepsOf({ state, isRecorded }: Stored, isOwn: boolean): Deed['can'] {
  if (isOwn) return []
  if (isRecorded) return ['remove']
  if (state === 'asked') return ['confirm', 'return']
  return state === 'confirmed' ? ['return'] : []
}

export function ownSteps({ state, hasScan }: Pick<MyDeed, 'state' | 'hasScan'>): MyDeed['can'] {
  return [...(state === 'confirmed' ? [] : (['change', 'remove'] as const)), ...(hasScan ? (['take'] as const) : [])]
}
