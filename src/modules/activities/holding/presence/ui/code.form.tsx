import { Button, Stack, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useForm } from '../../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../../web/language.tsx'
import type { Presence } from '../presence.contract.ts'
import { presenceWords } from './words.ts'

type Props = { mark(code: string, key: string): Promise<Presence>; onDone(marked: Presence): void }

/** The six digits, for who has no camera at hand. */
export function CodeForm({ mark, onDone }: Props): ReactNode {
  const words = useWords(presenceWords)
  const [code, setCode] = useState('')
  const form = useForm({ save: (key) => mark(code, key), touches: [], saved: words.marking, onDone })
  return (
    <form onSubmit={form.submit} noValidate aria-label={words.typeCode}>
      <Stack gap="sm" maw="20rem">
        <ProblemNote error={form.error} />
        <TextInput
          size="lg"
          label={words.digits}
          description={words.digitsHint}
          inputMode="numeric"
          autoComplete="off"
          maxLength={11}
          value={code}
          error={form.fault('code')}
          onChange={(e) => setCode(e.currentTarget.value)}
        />
        <Button type="submit" size="lg" loading={form.busy}>
          {words.send}
        </Button>
      </Stack>
    </form>
  )
}
