import { Button, Group, Modal, Select, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Problem } from '../../../../web/api.ts'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { type Opening, PURPOSES, type Purpose } from '../opening.contract.ts'
import { openingWords } from './opening.words.ts'

type Props<T> = {
  /** What the button says, and what is opened. */
  readonly label: string
  open(opening: Opening): Promise<T>
  onOpened(value: T): void
}

/** Opens closed matters of a person: asks what for, which the person will read. */
export function OpeningButton<T>({ label, open, onOpened }: Props<T>): ReactNode {
  const words = useWords(openingWords)
  const [asking, setAsking] = useState(false)
  const [purpose, setPurpose] = useState<Purpose | null>(null)
  const [reason, setReason] = useState('')
  const opening = useMutation({
    mutationFn: (chosen: Purpose) => open({ purpose: chosen, reason }),
    onSuccess: (value) => {
      setAsking(false)
      onOpened(value)
    },
  })
  const fault = opening.error instanceof Problem ? opening.error.fields.get('reason') : undefined
  return (
    <>
      <Button size="compact-sm" variant="default" className="rost-no-print" onClick={() => setAsking(true)}>
        {label}
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={label}
        closeButtonProps={{ 'aria-label': words.cancel }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (purpose !== null) opening.mutate(purpose)
          }}
        >
          <Text size="sm" mb="sm">
            {words.about}
          </Text>
          {fault === undefined ? <ProblemNote error={opening.error} /> : null}
          <Select
            label={words.purpose}
            required
            data={PURPOSES.map((value) => ({ value, label: words.purposes[value] }))}
            value={purpose}
            onChange={(value) => setPurpose(PURPOSES.find((one) => one === value) ?? null)}
          />
          <TextInput
            mt="sm"
            label={words.reason}
            required={purpose === 'other'}
            maxLength={300}
            value={reason}
            error={fault}
            onChange={(e) => setReason(e.currentTarget.value)}
          />
          <Group mt="md" gap="xs">
            <Button type="submit" loading={opening.isPending}>
              {words.open}
            </Button>
            <Button variant="subtle" onClick={() => setAsking(false)}>
              {words.cancel}
            </Button>
          </Group>
        </form>
      </Modal>
    </>
  )
}
