import { Button, Group, Modal, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call, Problem } from '../../../../web/api.ts'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { lookAs } from '../looks.contract.ts'
import { lookWords } from './words.ts'

type Props = { readonly account: number; readonly name: string }

/** To see what somebody sees: asks for the reason, which its owner will read. */
export function LookButton({ account, name }: Props): ReactNode {
  const words = useWords(lookWords)
  const [opened, setOpened] = useState(false)
  const [reason, setReason] = useState('')
  const look = useMutation({
    mutationFn: () => call(lookAs, { params: { id: account }, body: { reason } }),
    // Everything known so far was seen with other eyes.
    onSuccess: () => location.assign('/'),
  })
  const fault = look.error instanceof Problem ? look.error.fields.get('reason') : undefined
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {words.look}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={words.lookAs(name)}
        closeButtonProps={{ 'aria-label': words.cancel }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault()
            look.mutate()
          }}
        >
          <Text size="sm" mb="sm">
            {words.lookDetail}
          </Text>
          {fault === undefined ? <ProblemNote error={look.error} /> : null}
          <TextInput
            label={words.reason}
            description={words.reasonHint}
            required
            minLength={5}
            maxLength={300}
            value={reason}
            error={fault}
            onChange={(e) => setReason(e.currentTarget.value)}
          />
          <Group mt="md" gap="xs">
            <Button type="submit" loading={look.isPending}>
              {words.begin}
            </Button>
            <Button variant="subtle" onClick={() => setOpened(false)}>
              {words.cancel}
            </Button>
          </Group>
        </form>
      </Modal>
    </>
  )
}
