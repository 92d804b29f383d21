import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { useNotice } from '../../../../web/kit/notice.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { listPositions, mergePosition, type Position } from '../positions.contract.ts'
import { classifierWords } from './words.ts'

/** Takes a position that a file brought for another spelling of a known one. */
export function MergeModal({ position, onClose }: { position: Position; onClose: () => void }): ReactNode {
  const words = useWords(classifierWords)
  const client = useQueryClient()
  const notice = useNotice()
  const [into, setInto] = useState<string | null>(null)
  const known = useQuery({
    queryKey: ['positions', 'choice'],
    queryFn: () => call(listPositions, { query: { size: 200, sort: '-employments' } }),
  })
  const merge = useMutation({
    mutationFn: () =>
      call(mergePosition, { params: { id: position.id }, body: { into: Number(into) } }, { version: position.version }),
    onSuccess: async () => {
      await client.invalidateQueries()
      notice(words.merged)
      onClose()
    },
  })
  const choices = (known.data?.items ?? []).filter(({ id }) => id !== position.id)
  return (
    <Modal opened onClose={onClose} title={words.mergeOf(position.name)}>
      <Stack gap="sm">
        <ProblemNote error={merge.error ?? known.error} />
        <Select
          label={words.mergeInto}
          searchable
          data-autofocus
          data={choices.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={into}
          onChange={setInto}
        />
        <Text size="sm">{words.mergeDetail(position.employments)}</Text>
        <Group gap="xs">
          <Button disabled={into === null} loading={merge.isPending} onClick={() => merge.mutate()}>
            {words.mergeYes}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
