import { Text } from '@mantine/core'
import type { ReactNode } from 'react'

export type State = 'good' | 'warn' | 'bad' | 'none'

const SHAPE: Readonly<Record<State, string>> = { good: '●', warn: '◆', bad: '▼', none: '○' }

/** A state by shape, colour and word together: nobody needs to see colours. */
export function Mark({ state, children }: { state: State; children: ReactNode }): ReactNode {
  return (
    <span className="rost-mark" data-state={state}>
      <span aria-hidden>{SHAPE[state]}</span> {children}
    </span>
  )
}

/** ▲ growth, ▼ fall, ● no notable change, with the difference in words. */
export function Change({ by, children }: { by: number; children: ReactNode }): ReactNode {
  const shape = by > 0 ? '▲' : by < 0 ? '▼' : '●'
  return (
    <Text span size="sm" className="rost-nowrap">
      <span aria-hidden>{shape}</span> {children}
    </Text>
  )
}
