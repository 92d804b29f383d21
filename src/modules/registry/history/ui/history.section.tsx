import { Button, Group, Loader, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { sayMoment, sayShortDay } from '../../../../web/formats.ts'
import { TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import type { Language } from '../../../../web/words.ts'
import type { Revision } from '../history.contract.ts'
import { revisionsOf, type Subject, useUndo } from './use-undo.ts'
import { historyWords } from './words.ts'

const FIRST = 5
const MORE = 50

/** What was changed, by whom and when; each change by hand can be taken back, a load as a whole on its own page. */
export function HistorySection({ subject }: { subject: Subject }): ReactNode {
  const words = useWords(historyWords)
  const [size, setSize] = useState(FIRST)
  const history = useQuery({
    queryKey: ['revisions', subject.kind, subject.id, size],
    queryFn: () => revisionsOf(subject, 1, size),
    placeholderData: (before) => before,
  })
  return (
    <Section title={words.title}>
      <ProblemNote error={history.error} onRetry={() => history.refetch()} />
      {history.isPending ? <Loader size="sm" aria-label={words.title} /> : null}
      {history.data?.total === 0 ? <EmptyNote title={words.none}>{words.noneDetail}</EmptyNote> : null}
      <ol className="rost-history">
        {history.data?.items.map((revision) => (
          <Entry key={`${revision.file === null} ${revision.id}`} revision={revision} subject={subject} />
        ))}
      </ol>
      {(history.data?.total ?? 0) > size && size < MORE ? (
        <Button size="xs" variant="subtle" onClick={() => setSize(MORE)}>
          {words.more}
        </Button>
      ) : null}
    </Section>
  )
}

function Entry({ revision, subject }: { revision: Revision; subject: Subject }): ReactNode {
  const words = useWords(historyWords)
  const { language } = useLanguage()
  const { undo } = useUndo(subject)
  const [busy, setBusy] = useState(false)
  const takeBack = async (): Promise<void> => {
    setBusy(true)
    await undo(revision.id).finally(() => setBusy(false))
  }
  const { kind, action, organisation, undone, undoes, by, at, fields, decision, file } = revision
  const mayLoads = useMay('load.read')
  const load = file?.load ?? decision?.load ?? null
  const about =
    file === null
      ? words.byLoad
      : words.file(file.sheet === null ? file.name : `${file.name} (${file.sheet})`, file.row)
  return (
    <li>
      <Group justify="space-between" align="start" wrap="nowrap">
        <div>
          <Text size="sm" fw={600} td={undone ? 'line-through' : undefined}>
            {words.actions[kind][action]}
            {organisation === null ? '' : `: ${organisation.name}`}
          </Text>
          <Text size="xs" c="dimmed">
            {[
              sayMoment(at, language),
              by ?? words.operator,
              ...(undone ? [words.undone] : []),
              ...(undoes === null ? [] : [words.undoes]),
              ...(decision?.reason == null ? [] : [decision.reason]),
            ].join(' · ')}
            {load === null ? null : ' · '}
            {load === null ? null : mayLoads ? (
              <TextLink to="/loads/$id" params={{ id: String(load) }} size="xs">
                {about}
              </TextLink>
            ) : (
              about
            )}
          </Text>
        </div>
        {revision.can.includes('undo') ? (
          <Button size="compact-xs" variant="default" loading={busy} onClick={takeBack} className="rost-no-print">
            {words.undo}
          </Button>
        ) : null}
      </Group>
      <ul>
        {fields.map(({ field, before, after }) => (
          <li key={field}>
            <Text size="sm" span c="dimmed">
              {words.fields[field] ?? field}:{' '}
            </Text>
            <Text size="sm" span>
              {action === 'changed'
                ? `${said(before, words.empty, language)} → ${said(after, words.empty, language)}`
                : said(after ?? before, words.empty, language)}
            </Text>
          </li>
        ))}
      </ul>
    </li>
  )
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

const said = (value: string | null, empty: string, language: Language): string =>
  value === null ? empty : DAY.test(value) ? sayShortDay(value, language) : value
