import { Button, Stack, Text, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { download } from '../../../../web/api.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { saveFile } from '../../../../web/kit/save-file.ts'
import { useWords } from '../../../../web/language.tsx'
import { takeFederalFile } from '../files.contract.ts'
import { federalWords } from './words.ts'

/** The СНИЛС leaves the house: what for is asked, and those it is of read it. */
export function TakingForm({ file }: { readonly file: number }): ReactNode {
  const words = useWords(federalWords)
  const [reason, setReason] = useState(words.reasonUsual)
  const form = useForm({
    save: () => download(takeFederalFile, { params: { id: file }, body: { reason } }),
    touches: [],
    saved: words.takenAway,
    onDone: saveFile,
  })
  return (
    <Section title={words.take}>
      <form onSubmit={form.submit} noValidate aria-label={words.take}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {words.takeAbout}
          </Text>
          <ProblemNote error={form.error} />
          <TextInput
            required
            label={words.reason}
            maxLength={300}
            value={reason}
            error={form.fault('reason')}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div>
            <Button type="submit" loading={form.busy}>
              {words.take}
            </Button>
          </div>
        </Stack>
      </form>
    </Section>
  )
}
