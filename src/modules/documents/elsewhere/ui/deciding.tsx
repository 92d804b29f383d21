import { Button, Group } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { asRead } from '../../ui/as.read.ts'
import { ReturnForm } from '../../ui/return.form.tsx'
import { type Deed, decideDeeds } from '../elsewhere.contract.ts'
import { elsewhereWords } from './words.ts'

const TOUCHED = [['deeds'], ['tasks'], ['life'], ['scans']]

type Props = { readonly chosen: readonly Deed[]; onDone(): void }

/** What can be done with the chosen ones: each button says with how many. */
export function Deciding({ chosen, onDone }: Props): ReactNode {
  const words = useWords(elsewhereWords)
  const [isReturning, setReturning] = useState(false)
  const toConfirm = chosen.filter(({ can }) => can.includes('confirm'))
  const toReturn = chosen.filter(({ can }) => can.includes('return'))
  const confirming = useForm({
    save: (key) => call(decideDeeds, { body: { deeds: asRead(toConfirm), outcome: 'confirm' } }, { key }),
    touches: TOUCHED,
    saved: words.decided(toConfirm.length),
    onDone,
  })
  const toRemove = chosen.filter(({ can }) => can.includes('remove'))
  const removing = useForm({
    save: (key) => call(decideDeeds, { body: { deeds: asRead(toRemove), outcome: 'remove' } }, { key }),
    touches: TOUCHED,
    saved: words.decided(toRemove.length),
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
        send={(word, key) => call(decideDeeds, { body: { deeds: asRead(toReturn), outcome: 'return', word } }, { key })}
        onDone={done}
        onCancel={() => setReturning(false)}
      />
    )
  }
  return (
    <>
      <ProblemNote error={confirming.error ?? removing.error} />
      <Group gap="xs">
        <Button disabled={toConfirm.length === 0} loading={confirming.busy} onClick={confirming.submit}>
          {words.confirm(toConfirm.length)}
        </Button>
        <Button variant="default" disabled={toReturn.length === 0} onClick={() => setReturning(true)}>
          {words.giveBack(toReturn.length)}
        </Button>
        {toRemove.length === 0 ? null : (
          <Button variant="default" loading={removing.busy} onClick={removing.submit}>
            {words.erase(toRemove.length)}
          </Button>
        )}
      </Group>
    </>
  )
}
