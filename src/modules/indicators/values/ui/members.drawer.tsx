import { Drawer, Group, List, Loader, SegmentedControl, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { call, download } from '../../../../web/api.ts'
import { sayCount, sayShortDay } from '../../../../web/formats.ts'
import { DownloadButton } from '../../../../web/kit/download-button.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { kitWords } from '../../../../web/kit/words.ts'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { HandOver } from '../../questions/ui/hand-over.tsx'
import { exportMembers, listMembers, type Member } from '../values.contract.ts'
import { type Asked, PARTS, type Part } from './asked.ts'
import { indicatorWords } from './words.ts'

const PAGE = 50

type Props = {
  readonly asked: Asked
  readonly title: string
  readonly date: string
  onChange(asked: Partial<Asked>): void
}

/** Who is behind a figure: those counted, those missing, those of whom nobody knows, each with the facts and their source. */
export function MembersDrawer({ asked, title, date, onChange }: Props): ReactNode {
  const words = useWords(indicatorWords)
  const kit = useWords(kitWords)
  return (
    <Drawer
      opened
      onClose={() => onChange({ who: undefined, slice: undefined, key: undefined, part: undefined })}
      position="right"
      size="lg"
      title={`${asked.who} · ${title}`}
      closeButtonProps={{ 'aria-label': kit.close }}
    >
      <Members asked={asked} date={date} words={words} onPart={(part) => onChange({ part })} />
    </Drawer>
  )
}

type MembersProps = {
  readonly asked: Asked
  readonly date: string
  readonly words: (typeof indicatorWords)['ru']
  onPart(part: Part): void
}

function Members({ asked, date, words, onPart }: MembersProps): ReactNode {
  const { language } = useLanguage()
  const [page, setPage] = useState(1)
  const part = asked.part ?? 'counted'
  const { who: code = '', slice, key } = asked
  const members = useQuery({
    queryKey: ['members', code, slice, key, date, part, page, language],
    queryFn: ({ signal }) =>
      call(
        listMembers,
        { params: { code }, query: { date, part, page, size: PAGE, ...(slice && key ? { slice, key } : {}) } },
        { signal },
      ),
    placeholderData: (before) => before,
  })
  const { data } = members
  return (
    <Stack>
      <SegmentedControl
        size="xs"
        aria-label={words.who}
        value={part}
        onChange={(value) => {
          onPart(value as Part)
          setPage(1)
        }}
        data={PARTS.map((value) => ({
          value,
          label: `${words[value]} (${data === undefined ? '…' : sayCount(data.parts[value], language)})`,
        }))}
      />
      {data === undefined || data.total === 0 ? null : (
        <Group gap="xs">
          <DownloadButton
            size="xs"
            get={() =>
              download(exportMembers, {
                params: { code },
                query: { date, part, ...(slice && key ? { slice, key } : {}) },
              })
            }
          >
            {words.listToExcel}
          </DownloadButton>
          <HandOver cell={{ code, date, slice, key }} />
        </Group>
      )}
      {members.isPending ? <Loader aria-label={words.who} /> : null}
      <ProblemNote error={members.error} onRetry={() => members.refetch()} />
      {data?.items.length === 0 ? <Text>{words.nobody}</Text> : null}
      {data?.items.map((member) => (
        <MemberNote key={member.id} member={member} isPerson={data.subject === 'person'} />
      ))}
      <Pager page={page} size={PAGE} total={data?.total} onPage={setPage} />
    </Stack>
  )
}

function MemberNote({ member, isPerson }: { member: z.infer<typeof Member>; isPerson: boolean }): ReactNode {
  const mayOpen = useMay('person.read')
  const words = useWords(indicatorWords)
  const { language } = useLanguage()
  const days = (from: string | null, to: string | null): string =>
    [from, to].flatMap((day) => (day === null ? [] : [sayShortDay(day, language)])).join('–')
  return (
    <section aria-label={member.label}>
      <Group gap="xs">
        {isPerson && mayOpen ? (
          <TextLink to="/people/$id" params={{ id: String(member.id) }} fw={600}>
            {member.label}
          </TextLink>
        ) : (
          <Text fw={600}>{member.label}</Text>
        )}
        {member.organisation === null ? null : (
          <TextLink to="/organisations/$id" params={{ id: String(member.organisation.id) }} size="sm" c="dimmed">
            {member.organisation.name}
          </TextLink>
        )}
      </Group>
      <List size="sm">
        {member.facts.map((fact, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: facts have no key of their own and never move
          <List.Item key={i}>
            {[fact.label, days(fact.from, fact.to)].filter(Boolean).join(' · ')}
            {fact.source ? (
              <Text span size="xs" c="dimmed">{` (${fact.source.file}, ${words.row} ${fact.source.row})`}</Text>
            ) : null}
          </List.Item>
        ))}
        {member.unknown.map((reason) => (
          <List.Item key={reason}>{reason}</List.Item>
        ))}
      </List>
    </section>
  )
}
