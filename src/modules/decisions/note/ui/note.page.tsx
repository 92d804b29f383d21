import { Button, Fieldset, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { download } from '../../../../web/api.ts'
import { today } from '../../../../web/formats.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { saveFile } from '../../../../web/kit/save-file.ts'
import { useWords } from '../../../../web/language.tsx'
import { useTerm } from '../../../../web/me.tsx'
import { getMonitoringNote, NOTE_FORMATS, type NoteFormat } from '../note.contract.ts'
import { noteWords } from './words.ts'

/** Names of programs are the same in every language. */
const PROGRAMS = { docx: 'Word', pdf: 'PDF', xlsx: 'Excel' } as const

const EMPTY = { number: '', signedOn: '', addressee: '', position: '', signatory: '' }

/** The way to a note: which day, compared with which, whose paper, and in what format. */
export function NotePage(): ReactNode {
  const words = useWords(noteWords)
  const title = useTerm('note').heading
  const search = useSearch({ from: '/notes/monitoring' })
  const navigate = useNavigate({ from: '/notes/monitoring' })
  const [format, setFormat] = useState<NoteFormat>('docx')
  const draft = useDraft('note', EMPTY)
  const date = search.date ?? today()
  const change = (part: Partial<typeof search>): void =>
    void navigate({ search: (kept) => ({ ...kept, ...part }), replace: true })
  const form = useForm({
    save: async () => {
      const file = await download(getMonitoringNote, {
        query: {
          ...{ date, format },
          ...(search.before !== undefined && { compare: search.before }),
          ...Object.fromEntries(Object.entries(draft.value).filter(([, typed]) => typed.trim() !== '')),
        },
      })
      saveFile(file)
    },
    touches: [],
    saved: words.saved,
    onDone: () => {},
  })
  return (
    <Page title={title} about={words.about}>
      <form className="rost-card" aria-label={title} onSubmit={form.submit} noValidate>
        <Stack gap="md">
          <ProblemNote error={form.error} />
          <Group align="flex-start" gap="sm">
            <TextInput
              type="date"
              label={words.date}
              value={date}
              error={form.fault('date')}
              onChange={(e) => change({ date: e.currentTarget.value || undefined })}
            />
            <TextInput
              type="date"
              label={words.compare}
              description={words.compareHint}
              value={search.before ?? ''}
              error={form.fault('compare')}
              onChange={(e) => change({ before: e.currentTarget.value || undefined })}
            />
          </Group>
          <div>
            <Text size="sm" fw={600} mb={4} id="note-format">
              {words.format}
            </Text>
            <SegmentedControl
              aria-labelledby="note-format"
              value={format}
              onChange={(value) => setFormat(NOTE_FORMATS.find((one) => one === value) ?? 'docx')}
              data={NOTE_FORMATS.map((value) => ({ value, label: PROGRAMS[value] }))}
            />
            <Text size="sm" c="dimmed" mt={4}>
              {words.formatHints[format]}
            </Text>
          </div>
          {format === 'xlsx' ? null : <PaperFields value={draft.value} fault={form.fault} onChange={draft.change} />}
          <div>
            <Button type="submit" loading={form.busy}>
              {words.make}
            </Button>
          </div>
        </Stack>
      </form>
    </Page>
  )
}

type PaperProps = {
  readonly value: typeof EMPTY
  fault(path: string): string | undefined
  onChange(part: Partial<typeof EMPTY>): void
}

function PaperFields({ value, fault, onChange }: PaperProps): ReactNode {
  const words = useWords(noteWords)
  const field = (name: keyof typeof EMPTY, hint?: string): ReactNode => (
    <TextInput
      type={name === 'signedOn' ? 'date' : 'text'}
      label={words[name]}
      {...(hint !== undefined && { description: hint })}
      maxLength={300}
      value={value[name]}
      error={fault(name)}
      onChange={(e) => onChange({ [name]: e.currentTarget.value })}
    />
  )
  return (
    <Fieldset legend={words.paper}>
      <Text size="sm" c="dimmed" mb="sm">
        {words.paperHint}
      </Text>
      <div className="rost-filters">
        {field('number')}
        {field('signedOn')}
        {field('addressee', words.addresseeHint)}
        {field('position')}
        {field('signatory', words.signatoryHint)}
      </div>
    </Fieldset>
  )
}
