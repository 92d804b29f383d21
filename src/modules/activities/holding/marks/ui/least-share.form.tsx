import { Button, Group, NumberInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../../web/api.ts'
import { useForm } from '../../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../../web/language.tsx'
import type { Event } from '../../../events/events.contract.ts'
import { changeLeastShare } from '../marks.contract.ts'
import { marksWords } from './words.ts'

/** Which part of the time makes attendance. */
export function LeastShareForm({ event }: { readonly event: Event }): ReactNode {
  const words = useWords(marksWords)
  const { id, version, leastShare } = event
  const [share, setShare] = useState<number | string>(leastShare)
  const form = useForm({
    save: (key) => call(changeLeastShare, { params: { id }, body: { leastShare: Number(share) } }, { key, version }),
    touches: [
      ['event', id],
      ['roll', id],
    ],
    saved: words.ruleSaved,
    onDone: () => {},
  })
  return (
    <form onSubmit={form.submit} noValidate aria-label={words.rule}>
      <ProblemNote error={form.error} />
      <Group gap="xs" align="flex-end">
        <NumberInput
          label={words.rule}
          description={words.ruleHint}
          min={1}
          max={100}
          value={share}
          error={form.fault('leastShare')}
          onChange={setShare}
        />
        <Button type="submit" variant="default" loading={form.busy} disabled={Number(share) === leastShare}>
          {words.ruleSave}
        </Button>
      </Group>
    </form>
  )
}
