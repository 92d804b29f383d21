import { Button, Stack, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { type Letterhead, writeLetterhead } from '../letterhead.contract.ts'
import { settingsWords } from './words.ts'

/** In whose name documents are given. */
export function LetterheadForm({ letterhead }: { readonly letterhead: Letterhead }): ReactNode {
  const words = useWords(settingsWords)
  const { version, emblem: _, isSiteKnown: __, ...stored } = letterhead
  const [typed, setTyped] = useState(stored)
  const form = useForm({
    save: (key) => call(writeLetterhead, { body: typed }, { key, version }),
    touches: [['letterhead']],
    saved: words.written,
    onDone: () => {},
  })
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    error: form.fault(name),
    onChange: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  })
  return (
    <form onSubmit={form.submit} noValidate aria-label={words.letterhead}>
      <Stack gap="sm">
        <ProblemNote error={form.error} />
        <div className="rost-filters">
          <TextInput
            required
            className="rost-wide"
            label={words.name}
            description={words.nameHint}
            maxLength={500}
            {...field('name')}
          />
          <TextInput label={words.place} description={words.placeHint} maxLength={100} {...field('place')} />
          <TextInput className="rost-wide" label={words.address} maxLength={300} {...field('address')} />
          <TextInput className="rost-wide" label={words.requisites} maxLength={500} {...field('requisites')} />
        </div>
        <div>
          <Button type="submit" loading={form.busy}>
            {words.save}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
