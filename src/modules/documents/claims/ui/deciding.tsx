import { Button, Group } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { asRead } from '../../ui/as.read.ts'
import { ReturnForm } from '../../ui/return.form.tsx'
import { type Claim, decideClaims } from '../claims.contract.ts'
import { CertifyForm } from './certify.form.tsx'
import { claimWords } from './words.ts'

const TOUCHED = [['claims'], ['tasks']]

type Props = {
  readonly chosen: readonly Claim[]
  readonly mayCertify: boolean
  onDone(): void
}

const those = (claims: readonly Claim[], step: Claim['can'][number]): Claim[] =>
  claims.filter(({ can }) => can.includes(step))

/** What can be done with the chosen ones: each button says with how many. */
export function Deciding({ chosen, mayCertify, onDone }: Props): ReactNode {
  const words = useWords(claimWords)
  const [step, setStep] = useState<'return' | 'certify' | null>(null)
  const toConfirm = those(chosen, 'confirm')
  const toReturn = those(chosen, 'return')
  const toCertify = those(chosen, 'certify')
  const confirming = useForm({
    save: (key) => call(decideClaims, { body: { claims: asRead(toConfirm), outcome: 'confirm' } }, { key }),
    touches: TOUCHED,
    saved: words.decided(toConfirm.length),
    onDone,
  })
  const close = (): void => setStep(null)
  if (step === 'return') {
    const done = (): void => {
      close()
      onDone()
    }
    return (
      <ReturnForm
        hint={words.wordHint}
        saved={words.decided(toReturn.length)}
        touches={TOUCHED}
        send={(word, key) =>
          call(decideClaims, { body: { claims: asRead(toReturn), outcome: 'return', word } }, { key })
        }
        onDone={done}
        onCancel={close}
      />
    )
  }
  if (step === 'certify') return <CertifyForm claims={toCertify} onCancel={close} />
  return (
    <>
      <ProblemNote error={confirming.error} />
      <Group gap="xs">
        <Button disabled={toConfirm.length === 0} loading={confirming.busy} onClick={confirming.submit}>
          {words.confirm(toConfirm.length)}
        </Button>
        {mayCertify ? (
          <Button variant="default" disabled={toCertify.length === 0} onClick={() => setStep('certify')}>
            {words.certify(toCertify.length)}
          </Button>
        ) : null}
        <Button variant="default" disabled={toReturn.length === 0} onClick={() => setStep('return')}>
          {words.giveBack(toReturn.length)}
        </Button>
      </Group>
    </>
  )
}
