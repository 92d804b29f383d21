import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useRef } from 'react'
import { Problem } from '../api.ts'
import { useWords } from '../language.tsx'
import { useNotice } from './notice.tsx'
import { ProblemNote } from './problem-note.tsx'
import { kitWords } from './words.ts'

const CONFLICT = 412

type Saving<T> = {
  /** Sends what was typed; `key` names this press, so that sending it twice is one command. */
  save(key: string): Promise<T>
  /** Queries that show something else afterwards. */
  readonly touches: readonly (readonly unknown[])[]
  /** Said in a corner of the page when it is done. */
  readonly saved: string
  /** Takes it back, offered along with that. */
  readonly undo?: () => Promise<void>
  onDone(saved: T): void
}

export type Form = {
  readonly busy: boolean
  readonly error: Error | null
  /** What is wrong with a field, in the reader's words. */
  fault(path: string): string | undefined
  submit(event: FormEvent): void
}

/** Saves a form: faults stand at their fields, a repeated press is one command, and lists that show the thing are read anew. */
export function useForm<T>({ save, touches, saved, undo, onDone }: Saving<T>): Form {
  const client = useQueryClient()
  const notice = useNotice()
  const key = useRef(crypto.randomUUID())
  const saving = useMutation({
    mutationFn: () => save(key.current),
    onSuccess: async (result) => {
      await Promise.all(touches.map((queryKey) => client.invalidateQueries({ queryKey })))
      notice(saved, undo)
      onDone(result)
    },
    onError: (error) => {
      // Refused is answered; what is sent next is another command. A lost line may have been heard: the same key again.
      if (error instanceof Problem) key.current = crypto.randomUUID()
    },
  })
  const fields = saving.error instanceof Problem ? saving.error.fields : undefined
  return {
    busy: saving.isPending,
    error: saving.error,
    fault: (path) => fields?.get(path),
    submit: (event) => {
      event.preventDefault()
      saving.mutate()
    },
  }
}

type Props = {
  readonly form: Form
  readonly label: string
  readonly save: string
  readonly cancel: string
  onCancel(): void
  /** What was typed earlier and not saved stands in the form. */
  readonly restored?: boolean
  onStartAnew?(): void
  /** Reads the card again after a conflict. */
  onShowNow?(): void
  readonly children: ReactNode
}

export function FormCard(props: Props): ReactNode {
  const { form, label, save, cancel, onCancel, restored = false, onStartAnew, onShowNow, children } = props
  const words = useWords(kitWords)
  const isConflict = form.error instanceof Problem && form.error.status === CONFLICT
  return (
    <form className="rost-card" aria-label={label} onSubmit={form.submit} noValidate>
      <Stack gap="sm">
        {restored ? (
          <Group gap="xs">
            <Text size="sm" c="dimmed" role="status">
              {words.restored}
            </Text>
            <Button size="compact-xs" variant="subtle" onClick={onStartAnew}>
              {words.startAnew}
            </Button>
          </Group>
        ) : null}
        {isConflict ? (
          <Alert color="red" role="alert" title={words.conflict}>
            <Text size="sm">{words.conflictDetail}</Text>
            <Button size="xs" variant="default" mt="sm" onClick={onShowNow}>
              {words.showNow}
            </Button>
          </Alert>
        ) : (
          <ProblemNote error={form.error} />
        )}
        <div className="rost-filters">{children}</div>
        <Group gap="xs">
          <Button type="submit" loading={form.busy}>
            {save}
          </Button>
          <Button variant="subtle" onClick={onCancel}>
            {cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
