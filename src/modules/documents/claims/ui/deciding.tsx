import { Button, Group, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { type Claim, decideClaims } from '../claims.contract.ts'
import { asRead } from './as.read.ts'
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
    return <ReturnForm claims={toReturn} onDone={done} onCancel={close} />
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

type ReturnProps = { readonly claims: readonly Claim[]; onDone(): void; onCancel(): void }

function ReturnForm({ claims, onDone, onCancel }: ReturnProps): ReactNode {
  const words = useWords(claimWords)
  const [word, setWord] = useState('')
  const form = useForm({
    save: (key) => call(decideClaims, { body: { claims: asRead(claims), outcome: 'return', word } }, { key }),
    touches: TOUCHED,
    saved: words.decided(claims.length),
    onDone,
  })
  return (
    <FormCard
      form={form}
      label={words.giveBackTitle}
      save={words.giveBackSave}
      cancel={words.cancel}
      onCancel={onCancel}
    >
      <Textarea
        label={words.word}
        description={words.wordHint}
        className="rost-wide"
        autoFocus
        autosize
        required
        maxLength={500}
        value={word}
        error={form.fault('word')}
        onChange={(event) => setWord(event.currentTarget.value)}
      />
    </FormCard>
  )
}
