import { Button, Group, Modal, Select, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../../web/api.ts'
import { Page } from '../../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { Qr } from '../../../../../web/kit/qr.tsx'
import { useWords } from '../../../../../web/language.tsx'
import { getPresenceCode } from '../presence.contract.ts'
import './presence.css'
import { presenceWords } from './words.ts'

/**
 * The screen lags behind the server by no more than this; a code is taken for a while after it was shown. Whoever shows it is
 * at work though they touch nothing: the session does not end before the eyes of a hall.
 */
const ASKED_EACH_MS = 5_000

/** What hangs on the wall of the hall: nothing but the code, as large as the screen. */
export function CodePage(): ReactNode {
  const words = useWords(presenceWords)
  const id = Number(useParams({ from: '/events/$id/code' }).id)
  const { meeting: meetingId } = useSearch({ from: '/events/$id/code' })
  const navigate = useNavigate({ from: '/events/$id/code' })
  const code = useQuery({
    queryKey: ['presence-code', id, meetingId],
    queryFn: ({ signal }) => call(getPresenceCode, { params: { id }, query: { meetingId } }, { signal }),
    refetchInterval: ASKED_EACH_MS,
    refetchIntervalInBackground: true,
    gcTime: 0,
  })
  const close = () => void navigate({ to: '/events/$id', params: { id: String(id) } })
  const { data } = code
  return (
    <Page title={words.screen}>
      <Modal
        opened
        fullScreen
        onClose={close}
        title={<span className="rost-own-name">{data?.title ?? words.screen}</span>}
        closeButtonProps={{ 'aria-label': words.back }}
        transitionProps={{ duration: 0 }}
      >
        {data === undefined ? <ProblemNote error={code.error} onRetry={() => code.refetch()} /> : null}
        {code.isPending ? <Skeleton height="70vh" /> : null}
        {data === undefined ? null : (
          <div className="rost-wall">
            <Qr text={data.address} label={words.picture} />
            <div className="rost-wall-words">
              {data.meetings.length < 2 ? null : (
                <Select
                  label={words.meeting}
                  allowDeselect={false}
                  value={String(data.meeting.id)}
                  data={data.meetings.map((one) => ({
                    value: String(one.id),
                    label: `${one.from}–${one.until} ${one.title}`.trim(),
                  }))}
                  onChange={(chosen) => navigate({ search: { meeting: Number(chosen) }, replace: true })}
                />
              )}
              <Text className="rost-wall-line">{words.scan}</Text>
              <Text className="rost-wall-line">{words.type(data.typedAt.replace(/^https?:\/\//, ''))}</Text>
              <Text className="rost-wall-code">{`${data.code.slice(0, 3)} ${data.code.slice(3)}`}</Text>
              {code.isError ? (
                <Text role="alert">{words.stale}</Text>
              ) : (
                <Text c="dimmed">{words.changes(data.secondsLeft)}</Text>
              )}
              <Text className="rost-wall-line" role="status">
                {words.marked(data.marked, data.enrolled)}
              </Text>
              <Group>
                <Button variant="default" onClick={() => void document.documentElement.requestFullscreen()}>
                  {words.wholeScreen}
                </Button>
              </Group>
            </div>
          </div>
        )}
      </Modal>
    </Page>
  )
}
