import { Button, Group } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { asRead } from '../../ui/as.read.ts'
import { ReturnForm } from '../../ui/return.form.tsx'
import { decideLearning, type Learning } from '../elsewhere.contract.ts'
import { elsewhereWords } from './words.ts'

const TOUCHED = [['learning-elsewhere'], ['tasks'], ['life']]

type Props = { readonly chosen: readonly Learning[]; onDone(): void }

/** What can be done with the chosen ones: each button says with how many. */
export function Deciding({ chosen, onDone }: Props): ReactNode {
  const words = useWords(elsewhereWords)
  const [isReturning, setReturning] = useState(false)
  const toConfirm = chosen.filter(({ can }) => can.includes('confirm'))
  const toReturn = chosen.filter(({ can }) => can.includes('return'))
  const confirming = useForm({
    save: (key) => call(decideLearning, { body: { learning: asRead(toConfirm), outcome: 'confirm' } }, { key }),
    touches: TOUCHED,
    saved: words.decided(toConfirm.length),
    onDone,
  })
  if (isReturning) {
    const done = (): void => {
      setReturning(false)
      onDone()
    }
    return (
      <ReturnForm
        hint={words.giveBackHint}
        saved={words.decided(toReturn.length)}
        touches={TOUCHED}
        send={(word, key) =>
          call(decideLearning, { body: { learning: asRead(toReturn), outcome: 'return', word } }, { key })
        }
        onDone={done}
        onCancel={() => setReturning(false)}
      />
    )
  }
  return (
    <>
      <ProblemNote error={confirming.error} />
      <Group gap="xs">
        <Button disabled={toConfirm.length === 0} loading={confirming.busy} onClick={confirming.submit}>
          {words.confirm(toConfirm.length)}
        </Button>
        <Button variant="default" disabled={toReturn.length === 0} onClick={() => setReturning(true)}>
          {words.giveBack(toReturn.length)}
        </Button>
      </Group>
    </>
  )
}
