import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { sayMoment } from '../../../../web/formats.ts'
import { Section } from '../../../../web/kit/page.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import type { Programme, ProgrammeState } from '../programmes.contract.ts'
import { ProgrammeMark } from './state.mark.tsx'
import { programmeWords } from './words.ts'

const WAY: readonly ProgrammeState[] = ['draft', 'review', 'approved', 'registered']

type Props = { readonly programme: Programme }

/** The whole way as a line, and how far it is. One that nobody asked for begins as a draft. */
export function ProgrammePath({ programme }: Props): ReactNode {
  const words = useWords(programmeWords)
  const { state, steps } = programme
  const isAsked = steps.some((step) => step.state === 'requested')
  const way = [...(isAsked ? (['requested'] as const) : []), ...WAY, ...(WAY.includes(state) ? [] : endOf(state))]
  const reached = way.indexOf(state)
  const passed = (step: ProgrammeState, at: number): boolean =>
    state === 'declined' ? steps.some((one) => one.state === step) : at < reached
  return (
    <ol className="rost-way" aria-label={words.path}>
      {way.map((step, at) => (
        <li
          key={step}
          aria-current={step === state ? 'step' : undefined}
          data-passed={(step !== state && passed(step, at)) || undefined}
        >
          {words.states[step]}
        </li>
      ))}
    </ol>
  )
}

const endOf = (state: ProgrammeState): readonly ProgrammeState[] => (state === 'requested' ? [] : [state])

/** Step by step, who did it and why. */
export function HistorySection({ programme: { steps } }: Props): ReactNode {
  const words = useWords(programmeWords)
  const { language } = useLanguage()
  if (steps.length === 0) return null
  return (
    <Section title={words.history}>
      <ol className="rost-plain-list">
        {steps.map(({ id, state, said, by, at }, nth) => (
          <li key={id}>
            {/* It stays in the register while the next edition is made. */}
            {state === 'registered' && steps[nth - 1]?.state === state ? (
              <Text span>{words.nextEdition}</Text>
            ) : (
              <ProgrammeMark state={state} />
            )}{' '}
            <Text span size="sm" c="dimmed">
              {sayMoment(at, language)}
              {by === null ? '' : ', '}
              {by === null ? null : <span className="rost-own-name">{by}</span>}
            </Text>
            {said === '' && state !== 'retired' ? null : (
              <Text size="sm" className="rost-own-name" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                {said || words.replaced}
              </Text>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
