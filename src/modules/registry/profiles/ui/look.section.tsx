import { Alert, Button, FileButton, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { upload } from '../../../../web/api.ts'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { lookIntoFiles, type ProfileSettings } from '../profiles.contract.ts'
import { LookedSheetView } from './looked.sheet.tsx'
import { profileWords } from './words.ts'

type Props = {
  /** The name of the profile as it was saved. */
  readonly saved: string
  readonly isSaved: boolean
  readonly settings: ProfileSettings
  onChange(settings: ProfileSettings): void
}

/** What the profile makes of files, before anything is loaded. */
export function LookSection({ saved, isSaved, settings, onChange }: Props): ReactNode {
  const words = useWords(profileWords)
  const [files, setFiles] = useState<readonly File[]>([])
  const looking = useMutation({
    mutationFn: (chosen: readonly File[]) => upload(lookIntoFiles, chosen, { query: { profile: saved } }),
  })
  const look = (chosen: readonly File[]): void => {
    if (chosen.length === 0) return
    setFiles(chosen)
    looking.mutate(chosen)
  }
  const { data } = looking
  return (
    <Section title={words.look}>
      <Text size="sm" c="dimmed">
        {words.lookDetail}
      </Text>
      <Group gap="xs" mt="xs">
        <FileButton multiple accept=".xlsx,.csv" onChange={look}>
          {(props) => (
            <Button {...props} variant="default" loading={looking.isPending}>
              {words.chooseFiles}
            </Button>
          )}
        </FileButton>
        {files.length === 0 ? null : (
          <Button variant="subtle" disabled={looking.isPending} onClick={() => look(files)}>
            {words.lookAgain}
          </Button>
        )}
      </Group>
      <Text size="sm" role="status">
        {looking.isPending ? words.looking : null}
        {data === undefined || isSaved ? null : words.notSavedYet}
      </Text>
      <ProblemNote error={looking.error} />
      {data === undefined || data.unread.length === 0 ? null : (
        <Alert color="red" title={words.unread}>
          {data.unread.map(({ file, message }) => (
            <Text key={file} size="sm">{`${file}: ${message}`}</Text>
          ))}
        </Alert>
      )}
      {data?.files.flatMap(({ file, sheets }) =>
        sheets.map((sheet) => (
          <LookedSheetView
            key={`${file} ${sheet.sheet ?? ''}`}
            title={words.sheet(file, sheet.sheet)}
            sheet={sheet}
            settings={settings}
            onChange={onChange}
          />
        )),
      )}
    </Section>
  )
}
