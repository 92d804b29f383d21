import { Alert, Button, Drawer, Group, List, Loader, SegmentedControl, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call, Problem } from '../../../../web/api.ts'
import { useLanguage } from '../../../../web/language.tsx'
import { listMembers } from '../values.contract.ts'

type Part = 'counted' | 'rest' | 'unknown'
const PAGE = 50

/** Who is behind a figure: those counted, those missing, those of whom nobody knows, each with the facts and their source. */
export function MembersDrawer({
  code,
  title,
  date,
  onClose,
}: {
  code: string
  title: string
  date: string
  onClose: () => void
}): ReactNode {
  const { words, language } = useLanguage()
  const [part, setPart] = useState<Part>('counted')
  const [size, setSize] = useState(PAGE)
  const members = useQuery({
    queryKey: ['members', code, date, part, size, language],
    queryFn: () => call(listMembers, { params: { code }, query: { date, part, size } }),
    placeholderData: (before) => before,
  })
  const { data } = members
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={`${code} · ${title}`}
      closeButtonProps={{ 'aria-label': words.close }}
      transitionProps={{ duration: 0 }}
      lockScroll={false}
    >
      <Stack>
        <SegmentedControl
          size="xs"
          aria-label={words.who}
          value={part}
          onChange={(value) => {
            setPart(value as Part)
            setSize(PAGE)
          }}
          data={(['counted', 'rest', 'unknown'] as const).map((p) => ({
            value: p,
            label: `${words[p]} (${data?.parts[p] ?? '…'})`,
          }))}
        />
        {members.isPending ? <Loader aria-label={words.loading} /> : null}
        {members.isError ? (
          <Alert color="red" role="alert" title={members.error.message}>
            {members.error instanceof Problem ? members.error.detail : ''}
          </Alert>
        ) : null}
        {data?.items.length === 0 ? <Text>{words.nobody}</Text> : null}
        {data?.items.map((member) => (
          <section key={member.id} aria-label={member.label}>
            <Group gap="xs">
              <Text fw={600}>{member.label}</Text>
              <Text c="dimmed">{member.organisation?.name}</Text>
            </Group>
            <List size="sm">
              {member.facts.map((fact, i) => (
                // biome-ignore lint: facts have no key of their own and never move
                <List.Item key={i}>
                  {[fact.label, fact.from?.split('-').reverse().join('.')].filter(Boolean).join(' · ')}
                  {fact.source ? (
                    <Text span c="dimmed">{` (${fact.source.file}, ${words.row} ${fact.source.row})`}</Text>
                  ) : null}
                </List.Item>
              ))}
              {member.unknown.map((reason) => (
                <List.Item key={reason}>{reason}</List.Item>
              ))}
            </List>
          </section>
        ))}
        {data !== undefined && data.total > data.items.length && size < 200 ? (
          <Button variant="default" onClick={() => setSize((s) => Math.min(200, s + PAGE))}>
            {words.more}
          </Button>
        ) : null}
      </Stack>
    </Drawer>
  )
}
