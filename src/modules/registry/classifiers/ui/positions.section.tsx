import { Alert, Button, Group, Select, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayCount } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { EmptyNote, Section } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { listPositions, type Position } from '../positions.contract.ts'
import type { ClassifiersSearch } from './classifiers.search.ts'
import { MergeModal } from './merge.modal.tsx'
import { RenameModal } from './rename.modal.tsx'
import { useClassify } from './use-classify.ts'
import { classifierWords } from './words.ts'

const SIZE = 100

type Props = { readonly search: ClassifiersSearch; onChange(part: Partial<ClassifiersSearch>): void }

/** Positions: first those of which nobody said whether they are pedagogical, then all. */
export function PositionsSection({ search, onChange }: Props): ReactNode {
  const words = useWords(classifierWords)
  const { q, pedagogical, page = 1 } = search
  const positions = useQuery({
    queryKey: ['positions', q, pedagogical, page],
    queryFn: ({ signal }) =>
      call(listPositions, { query: { q, pedagogical, page, size: SIZE, sort: '-holders,name' } }, { signal }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <Undecided />
      <Section title={words.positions}>
        <div className="rost-filters">
          <SearchBox label={words.search} value={q} onChange={(typed) => onChange({ q: typed })} />
          <Select
            label={words.kind}
            placeholder={words.any}
            clearable
            data={(['unknown', 'yes', 'no'] as const).map((value) => ({ value, label: words.kinds[value] }))}
            value={pedagogical ?? null}
            onChange={(kind) => onChange({ pedagogical: (kind as ClassifiersSearch['pedagogical']) ?? undefined })}
          />
        </div>
        <ProblemNote error={positions.error} onRetry={() => positions.refetch()} />
        <PositionsTable caption={words.positions} positions={positions.isError ? [] : positions.data?.items} />
        <Pager page={page} size={SIZE} total={positions.data?.total} onPage={(next) => onChange({ page: next })} />
      </Section>
    </>
  )
}

function Undecided(): ReactNode {
  const words = useWords(classifierWords)
  const found = useQuery({
    queryKey: ['positions', 'undecided'],
    queryFn: () => call(listPositions, { query: { pedagogical: 'unknown', size: 200, sort: '-holders,name' } }),
  })
  if (found.data === undefined) return <ProblemNote error={found.error} />
  if (found.data.total === 0) return <Text size="sm">{words.undecidedNone}</Text>
  return (
    <Alert title={words.undecidedTitle(found.data.total)}>
      <Text size="sm">
        {words.undecidedDetail} {words.choose}
      </Text>
      <PositionsTable caption={words.undecidedTitle(found.data.total)} positions={found.data.items} withFiles />
    </Alert>
  )
}

type TableProps = {
  readonly caption: string
  readonly positions: readonly Position[] | undefined
  readonly withFiles?: boolean
}

function PositionsTable({ caption, positions, withFiles = false }: TableProps): ReactNode {
  const words = useWords(classifierWords)
  const { language } = useLanguage()
  const mayManage = useMay('classifier.manage')
  const [keys, setKeys] = useState<ReadonlySet<string | number>>(new Set())
  const [merging, setMerging] = useState<Position | null>(null)
  const [renaming, setRenaming] = useState<Position | null>(null)
  const classify = useClassify()
  const chosen = (positions ?? []).filter(({ id }) => keys.has(id))
  const undecided = chosen.reduce((sum, position) => sum + position.undecided, 0)
  const say = (pedagogical: boolean): void =>
    classify.mutate({ positions: chosen, pedagogical }, { onSuccess: () => setKeys(new Set()) })
  const kindOf = ({ pedagogical }: Position): string =>
    words.kinds[pedagogical === null ? 'unknown' : pedagogical ? 'yes' : 'no']
  return (
    <>
      <ProblemNote error={classify.error} />
      {chosen.length === 0 ? null : (
        <Group gap="xs" my="xs">
          <Button size="xs" loading={classify.isPending} onClick={() => say(true)}>
            {words.pedagogical}
          </Button>
          <Button size="xs" variant="default" loading={classify.isPending} onClick={() => say(false)}>
            {words.notPedagogical}
          </Button>
          {undecided === 0 ? null : (
            <Text size="sm" role="status">
              {words.effect(undecided)}
            </Text>
          )}
        </Group>
      )}
      <DataTable
        caption={caption}
        columns={[
          { key: 'name', title: words.name, cell: ({ name }) => name },
          ...(withFiles ? [] : [{ key: 'kind', title: words.kind, cell: kindOf }]),
          { key: 'holders', title: words.holders, number: true, cell: ({ holders }) => sayCount(holders, language) },
          withFiles
            ? { key: 'files', title: words.files, cell: ({ files }) => files.join(', ') || '—' }
            : { key: 'aliases', title: words.aliases, cell: ({ aliases }) => aliases.join(', ') || '—' },
          {
            key: 'do',
            title: '',
            cell: (position) => (
              <Group gap={4} wrap="nowrap">
                {position.can.includes('merge') ? (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={words.mergeThis(position.name)}
                    onClick={() => setMerging(position)}
                  >
                    {words.merge}
                  </Button>
                ) : null}
                {position.can.includes('change') && !withFiles ? (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={words.renameOf(position.name)}
                    onClick={() => setRenaming(position)}
                  >
                    {words.rename}
                  </Button>
                ) : null}
              </Group>
            ),
          },
        ]}
        rows={positions}
        keyOf={({ id }) => id}
        {...(mayManage && {
          chosen: {
            keys,
            choose: (some: readonly (string | number)[], isChosen: boolean) =>
              setKeys(isChosen ? keys.union(new Set(some)) : keys.difference(new Set(some))),
            nameOf: ({ name }: Position) => name,
          },
        })}
        empty={<EmptyNote title={words.nothing} />}
      />
      {merging === null ? null : <MergeModal position={merging} onClose={() => setMerging(null)} />}
      {renaming === null ? null : <RenameModal position={renaming} onClose={() => setRenaming(null)} />}
    </>
  )
}
