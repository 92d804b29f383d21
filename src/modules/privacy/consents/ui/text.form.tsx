import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { type ConsentText, publishConsentText } from '../consents.contract.ts'
import { type ConsentKind, TEMPLATES } from '../kinds.contract.ts'
import { consentWords } from './words.ts'

type Props = { readonly kind: ConsentKind; readonly newest: ConsentText | undefined; onDone(): void }

/** The next version, from the one before or from the template. */
export function TextForm({ kind, newest, onDone }: Props): ReactNode {
  const words = useWords(consentWords)
  const begin = newest ?? TEMPLATES[kind]
  const [title, setTitle] = useState(begin.title)
  const [body, setBody] = useState(begin.body)
  const form = useForm({
    save: (key) => call(publishConsentText, { body: { kind, title, body } }, { key }),
    touches: [['consents']],
    saved: words.published,
    onDone,
  })
  return (
    <form onSubmit={form.submit} noValidate aria-label={words.text}>
      <Stack>
        <ProblemNote error={form.error} />
        <TextInput
          label={words.textTitle}
          required
          value={title}
          error={form.fault('title')}
          onChange={(e) => setTitle(e.currentTarget.value)}
        />
        <Textarea
          label={words.text}
          description={words.textHint}
          required
          autosize
          minRows={12}
          value={body}
          error={form.fault('body')}
          onChange={(e) => setBody(e.currentTarget.value)}
        />
        <Group gap="xs">
          <Button type="submit" loading={form.busy}>
            {words.publish}
          </Button>
          <Button variant="subtle" onClick={onDone}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
