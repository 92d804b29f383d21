import { Button, Group, Select, TextInput } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayCount } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { Mark } from '../../../../web/kit/marks.tsx'
import { useNotice } from '../../../../web/kit/notice.tsx'
import { EmptyNote } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import {
  type ClassifierValue,
  changeClassifierValue,
  listClassifiers,
  listClassifierValues,
  type ValueChange,
} from '../classifiers.contract.ts'
import type { ClassifiersSearch } from './classifiers.search.ts'
import { NewValue } from './new-value.tsx'
import { classifierWords } from './words.ts'

const SIZE = 100

type Props = { readonly search: ClassifiersSearch; onChange(part: Partial<ClassifiersSearch>): void }

/** The open lists of the district, a value a line, edited where it stands. */
export function ValuesSection({ search, onChange }: Props): ReactNode {
  const words = useWords(classifierWords)
  const { language } = useLanguage()
  const { list: kind = 'subject', q, page = 1 } = search
  const kinds = useQuery({ queryKey: ['classifiers'], queryFn: () => call(listClassifiers, {}) })
  const values = useQuery({
    queryKey: ['classifier', kind, q, page],
    queryFn: ({ signal }) =>
      call(listClassifierValues, { params: { kind }, query: { q, page, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  })
  const [editing, setEditing] = useState<number | null>(null)
  const change = useChange(kind)
  const mayAdd = useMay('classifier.manage')
  const names: Readonly<Record<string, string>> = words.lists
  return (
    <>
      <div className="rost-filters">
        <Select
          label={words.list}
          allowDeselect={false}
          data={(kinds.data?.items ?? []).map((item) => ({
            value: item.kind,
            label: `${names[item.kind] ?? item.kind} (${sayCount(item.values, language)})`,
          }))}
          value={kind}
          onChange={(chosen) => onChange({ list: chosen ?? undefined, q: undefined })}
        />
        <SearchBox label={words.valueSearch} value={q} onChange={(typed) => onChange({ q: typed })} />
      </div>
      <ProblemNote error={values.error ?? kinds.error ?? change.error} />
      {mayAdd ? <NewValue key={kind} kind={kind} /> : null}
      <DataTable
        caption={names[kind] ?? kind}
        columns={[
          {
            key: 'label',
            title: words.value,
            cell: (value) =>
              editing === value.id ? (
                <LabelField
                  value={value}
                  onDone={(label) => {
                    setEditing(null)
                    if (label !== undefined) change.mutate({ value, change: { label } })
                  }}
                />
              ) : (
                value.label
              ),
          },
          {
            key: 'state',
            title: words.state,
            cell: ({ retired }) => (
              <Mark state={retired ? 'none' : 'good'}>{retired ? words.retired : words.inUse}</Mark>
            ),
          },
          {
            key: 'do',
            title: '',
            cell: (value) =>
              value.can.includes('change') && editing !== value.id ? (
                <Group gap={4} wrap="nowrap">
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={words.renameOf(value.label)}
                    onClick={() => setEditing(value.id)}
                  >
                    {words.rename}
                  </Button>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={value.retired ? words.restoreOf(value.label) : words.retireOf(value.label)}
                    onClick={() => change.mutate({ value, change: { retired: !value.retired } })}
                  >
                    {value.retired ? words.restore : words.retire}
                  </Button>
                </Group>
              ) : null,
          },
        ]}
        rows={values.isError ? [] : values.data?.items}
        keyOf={({ id }) => id}
        empty={values.isError ? null : <EmptyNote title={words.nothing}>{words.emptyList}</EmptyNote>}
      />
      <Pager page={page} size={SIZE} total={values.data?.total} onPage={(next) => onChange({ page: next })} />
    </>
  )
}

type LabelProps = { readonly value: ClassifierValue; onDone(label?: string): void }

function LabelField({ value, onDone }: LabelProps): ReactNode {
  const words = useWords(classifierWords)
  const [label, setLabel] = useState(value.label)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onDone(label.trim() === '' || label === value.label ? undefined : label)
      }}
    >
      <Group gap="xs" wrap="nowrap">
        <TextInput
          size="xs"
          aria-label={words.renameOf(value.label)}
          autoFocus
          maxLength={300}
          value={label}
          onChange={(e) => setLabel(e.currentTarget.value)}
          onKeyDown={(e) => e.key === 'Escape' && onDone()}
        />
        <Button size="compact-xs" type="submit">
          {words.save}
        </Button>
        <Button size="compact-xs" variant="subtle" onClick={() => onDone()}>
          {words.cancel}
        </Button>
      </Group>
    </form>
  )
}

/** Changes a value where it stands; the notice offers to put it back. */
function useChange(kind: string) {
  const words = useWords(classifierWords)
  const client = useQueryClient()
  const notice = useNotice()
  const send = async (value: ClassifierValue, change: ValueChange): Promise<ClassifierValue> => {
    const changed = await call(
      changeClassifierValue,
      { params: { kind, id: value.id }, body: change },
      { version: value.version },
    )
    await Promise.all([['classifier', kind], ['classifiers']].map((queryKey) => client.invalidateQueries({ queryKey })))
    return changed
  }
  return useMutation({
    mutationFn: ({ value, change }: { value: ClassifierValue; change: ValueChange }) => send(value, change),
    onSuccess: (changed, { value }) =>
      notice(words.saved, async () => {
        await send(changed, { label: value.label, retired: value.retired })
      }),
  })
}
