import { Button, FileButton, Group, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type DragEvent, type ReactNode, useState } from 'react'
import { upload } from '../../../../web/api.ts'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { ProfileSelect, useChosenProfile } from '../../profiles/ui/profile.select.tsx'
import { createLoad } from '../loads.contract.ts'
import { loadWords } from './words.ts'

/** A big quiet place to drop spreadsheets as they are; keyboard and phone choose them by the button. */
export function DropZone(): ReactNode {
  const words = useWords(loadWords)
  const client = useQueryClient()
  const navigate = useNavigate()
  const [files, setFiles] = useState<readonly File[]>([])
  const [over, setOver] = useState(false)
  const [asOf, setAsOf] = useState('')
  const profile = useChosenProfile()
  const sending = useMutation({
    mutationFn: () =>
      upload(createLoad, files, {
        query: { profile: profile.chosen, compare: 'yes', ...(asOf !== '' && { asOf }) },
      }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['loads'] })
      await navigate({ to: '/loads/$id', params: { id: String(id) } })
    },
  })
  const add = (more: readonly File[]): void =>
    setFiles((before) => [...before.filter((one) => more.every(({ name }) => name !== one.name)), ...more])
  const dropped = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    add([...event.dataTransfer.files])
  }
  return (
    <section
      aria-label={words.drop}
      className="rost-drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <Text fw={600} size="lg">
        {words.drop}
      </Text>
      <Text c="dimmed" size="sm">
        {words.dropDetail}
      </Text>
      <ProfileSelect {...profile} />
      <TextInput
        type="date"
        label={words.asOf}
        description={words.asOfDetail}
        value={asOf}
        onChange={(event) => setAsOf(event.currentTarget.value)}
        maw={420}
        mt="xs"
      />
      <FileButton multiple accept=".xlsx,.csv" onChange={add}>
        {(props) => (
          <Button {...props} variant={files.length === 0 ? 'filled' : 'default'} mt="md">
            {words.choose}
          </Button>
        )}
      </FileButton>
      {files.length === 0 ? null : (
        <>
          <ul className="rost-plain-list">
            {files.map((file) => (
              <li key={file.name}>
                <Group gap="xs">
                  <Text size="sm">{file.name}</Text>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={`${words.takeAway}: ${file.name}`}
                    onClick={() => setFiles((before) => before.filter((one) => one !== file))}
                  >
                    {words.takeAway}
                  </Button>
                </Group>
              </li>
            ))}
          </ul>
          <Button loading={sending.isPending} onClick={() => sending.mutate()}>
            {words.send(files.length)}
          </Button>
        </>
      )}
      <ProblemNote error={sending.error} />
    </section>
  )
}
