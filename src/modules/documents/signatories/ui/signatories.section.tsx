import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { Mark } from '../../../../web/kit/marks.tsx'
import { EmptyNote, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { settingsWords } from '../../letterhead/ui/words.ts'
import { listSignatories, type Signatory } from '../signatories.contract.ts'
import { SignatoryForm } from './signatory.form.tsx'

/** Who signs documents, from when until when. */
export function SignatoriesSection(): ReactNode {
  const words = useWords(settingsWords)
  const { language } = useLanguage()
  const [open, setOpen] = useState<Signatory | 'new' | null>(null)
  const signatories = useQuery({ queryKey: ['document-signatories'], queryFn: () => call(listSignatories, {}) })
  const day = (iso: string | null): string => (iso === null ? '—' : sayShortDay(iso, language))
  return (
    <Section
      title={words.signatories}
      actions={
        <Button size="xs" variant="default" onClick={() => setOpen('new')}>
          {words.addSignatory}
        </Button>
      }
    >
      {open === null ? null : (
        <SignatoryForm
          key={open === 'new' ? 'new' : `${open.id} ${open.version}`}
          signatory={open === 'new' ? undefined : open}
          onDone={() => setOpen(null)}
        />
      )}
      <ProblemNote error={signatories.error} onRetry={() => signatories.refetch()} />
      <DataTable
        caption={words.signatories}
        columns={[
          { key: 'name', title: words.signatoryName, cell: ({ name }) => name },
          { key: 'post', title: words.post, cell: ({ post }) => post },
          { key: 'from', title: words.fromOn, cell: ({ fromOn }) => day(fromOn) },
          { key: 'to', title: words.toOn, cell: ({ toOn }) => day(toOn) },
          {
            key: 'now',
            title: words.now,
            cell: ({ signs }) => <Mark state={signs ? 'good' : 'none'}>{signs ? words.signs : words.signsNot}</Mark>,
          },
          {
            key: 'change',
            title: '',
            cell: (one) => (
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={words.changeOne(one.name)}
                onClick={() => setOpen(one)}
              >
                {words.change}
              </Button>
            ),
          },
        ]}
        rows={signatories.isError ? [] : signatories.data?.items}
        keyOf={({ id }) => id}
        empty={signatories.isError ? null : <EmptyNote title={words.signatoriesNone} />}
      />
    </Section>
  )
}
