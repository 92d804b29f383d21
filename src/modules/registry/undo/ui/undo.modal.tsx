import { Alert, Button, Group, List, Loader, Modal, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayMoment } from '../../../../web/formats.ts'
import { TextLink } from '../../../../web/kit/links.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { getUndoPlan, type UndoPlan, undoLoad } from '../undo.contract.ts'
import { undoWords } from './words.ts'

/** Says what taking the load back would do, or what stands in the way; then does it. */
export function UndoModal({ loadId, onClose }: { loadId: number; onClose: () => void }): ReactNode {
  const words = useWords(undoWords)
  const { language } = useLanguage()
  const client = useQueryClient()
  const navigate = useNavigate()
  const plan = useQuery({
    queryKey: ['undo', loadId, language],
    queryFn: () => call(getUndoPlan, { params: { id: loadId } }),
    gcTime: 0,
  })
  const undo = useMutation({
    mutationFn: () => call(undoLoad, { params: { id: loadId } }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['loads'] })
      await client.invalidateQueries({ queryKey: ['load'] })
      onClose()
      await navigate({ to: '/loads/$id', params: { id: String(id) } })
    },
  })
  const isBlocked = plan.data !== undefined && plan.data.obstacles.length > 0
  return (
    <Modal
      opened
      onClose={onClose}
      title={isBlocked ? words.blocked : words.title}
      size="lg"
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <Stack gap="sm">
        {plan.isPending ? <Loader size="sm" aria-label={words.looking} /> : null}
        <ProblemNote error={undo.error ?? plan.error} />
        {plan.data === undefined ? null : isBlocked ? <Obstacles plan={plan.data} /> : <Effects plan={plan.data} />}
        <Group gap="xs">
          {plan.data === undefined || isBlocked ? null : (
            <Button loading={undo.isPending} onClick={() => undo.mutate()}>
              {words.yes}
            </Button>
          )}
          <Button variant="default" onClick={onClose} data-autofocus>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function Effects({ plan: { removed, restored, forgotten, waiting } }: { plan: UndoPlan }): ReactNode {
  const words = useWords(undoWords)
  const lists = [
    { title: words.removed, amounts: removed },
    { title: words.restored, amounts: restored },
  ].filter(({ amounts }) => amounts.length > 0)
  return (
    <>
      {lists.length === 0 ? <Text size="sm">{words.nothing}</Text> : null}
      {lists.map(({ title, amounts }) => (
        <div key={title}>
          <Text size="sm" fw={600}>
            {title}
          </Text>
          <List size="sm">
            {amounts.map(({ what, label }) => (
              <List.Item key={what}>{label}</List.Item>
            ))}
          </List>
        </div>
      ))}
      {forgotten === 0 ? null : <Text size="sm">{words.forgotten(forgotten)}</Text>}
      {waiting === 0 ? null : <Text size="sm">{words.waiting(waiting)}</Text>}
    </>
  )
}

function Obstacles({ plan: { obstacles } }: { plan: UndoPlan }): ReactNode {
  const words = useWords(undoWords)
  const { language } = useLanguage()
  return (
    <Alert color="yellow" title={words.blockedDetail}>
      <List size="sm">
        {obstacles.map(({ reason, what, message, load, link, people }) => (
          <List.Item key={`${reason} ${what} ${load?.id ?? ''} ${link ?? ''}`}>
            {message}
            {load === null ? null : (
              <>
                {'. '}
                <TextLink to="/loads/$id" params={{ id: String(load.id) }} size="sm">
                  {words.load(sayMoment(load.createdAt, language))}
                </TextLink>
              </>
            )}
            {link === null ? null : (
              <>
                {'. '}
                <TextLink to={link} size="sm">
                  {words.open}
                </TextLink>
              </>
            )}
            {people.length === 0 ? null : ': '}
            {people.map(({ id, name }, at) => (
              <span key={id}>
                {at === 0 ? '' : ', '}
                <TextLink to="/people/$id" params={{ id: String(id) }} size="sm">
                  {name}
                </TextLink>
              </span>
            ))}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
