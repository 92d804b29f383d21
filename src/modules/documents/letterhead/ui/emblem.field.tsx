import { Button, FileButton, Group, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call, Problem, upload } from '../../../../web/api.ts'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { putEmblem, removeEmblem } from '../letterhead.contract.ts'
import { settingsWords } from './words.ts'

/** The picture at the head of papers: put there as soon as it is chosen. */
export function EmblemField({ emblem }: { readonly emblem: string | null }): ReactNode {
  const words = useWords(settingsWords)
  const client = useQueryClient()
  const saving = useMutation({
    mutationFn: async (file: File | null): Promise<void> => {
      await (file === null ? call(removeEmblem, {}) : upload(putEmblem, [file]))
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['letterhead'] }),
  })
  const fault = saving.error instanceof Problem ? saving.error.fields.get('file') : undefined
  return (
    <section aria-label={words.emblem} style={{ marginTop: 'var(--mantine-spacing-md)' }}>
      <Text fw={500} size="sm">
        {words.emblem}
      </Text>
      <Text size="xs" c="dimmed" mb="xs">
        {words.emblemHint}
      </Text>
      {fault === undefined ? (
        <ProblemNote error={saving.error} />
      ) : (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {fault}
        </Text>
      )}
      <Group gap="sm">
        {emblem === null ? (
          <Text size="sm">{words.noEmblem}</Text>
        ) : (
          <img src={emblem} alt={words.emblem} style={{ maxHeight: 72, maxWidth: 200 }} />
        )}
        <FileButton accept="image/png,image/jpeg" onChange={(file) => file !== null && saving.mutate(file)}>
          {(props) => (
            <Button {...props} size="xs" variant="default" loading={saving.isPending}>
              {words.choose}
            </Button>
          )}
        </FileButton>
        {emblem === null ? null : (
          <Button size="xs" variant="subtle" onClick={() => saving.mutate(null)}>
            {words.removeEmblem}
          </Button>
        )}
      </Group>
    </section>
  )
}
