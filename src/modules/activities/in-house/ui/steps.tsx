import { Button, Group } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { askForInHouse, decideInHouse, type InHouse, type InHouseStep } from '../in-house.contract.ts'
import { asRead, TOUCHED } from './touched.ts'
import { WordForm } from './word.form.tsx'
import { inHouseWords } from './words.ts'

type Step = Exclude<InHouseStep, 'correct'>
type Names = Readonly<Record<Step, (count: number) => string>>

const STEPS: readonly Step[] = ['attest', 'ask', 'return', 'withdraw', 'revoke']

type Props = {
  readonly events: readonly InHouse[]
  /** What the buttons say; those that can be done with none of the events are left out. */
  readonly names: Names
  onDone(): void
}

/** What can be done with these events, one or many. */
export function InHouseSteps({ events, names, onDone }: Props): ReactNode {
  const words = useWords(inHouseWords)
  const [writing, setWriting] = useState<'return' | 'revoke' | null>(null)
  const those = (step: Step): InHouse[] => events.filter(({ can }) => can.includes(step))
  const close = (): void => setWriting(null)
  const saving = { touches: TOUCHED, saved: words.done, onDone }
  const asking = useForm({
    save: (key) => call(askForInHouse, { body: { events: asRead(those('ask')), step: 'ask' } }, { key }),
    ...saving,
  })
  const withdrawing = useForm({
    save: (key) => call(askForInHouse, { body: { events: asRead(those('withdraw')), step: 'withdraw' } }, { key }),
    ...saving,
  })
  const attesting = useForm({
    save: (key) => call(decideInHouse, { body: { events: asRead(those('attest')), step: 'attest' } }, { key }),
    ...saving,
  })
  const forms = { ask: asking, withdraw: withdrawing, attest: attesting }
  if (writing !== null) {
    const done = (): void => {
      close()
      onDone()
    }
    return <WordForm events={those(writing)} step={writing} onDone={done} onCancel={close} />
  }
  return (
    <>
      <ProblemNote error={asking.error ?? withdrawing.error ?? attesting.error} />
      <Group gap="xs">
        {STEPS.filter((step) => those(step).length > 0).map((step) => (
          <Button
            key={step}
            variant={step === 'attest' || step === 'ask' ? 'filled' : 'default'}
            {...(step === 'return' || step === 'revoke'
              ? { onClick: () => setWriting(step) }
              : { loading: forms[step].busy, onClick: forms[step].submit })}
          >
            {names[step](those(step).length)}
          </Button>
        ))}
      </Group>
    </>
  )
}
