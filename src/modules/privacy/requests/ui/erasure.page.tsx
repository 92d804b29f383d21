import { Alert, Button, List, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { ButtonLink } from '../../../../web/kit/links.tsx'
import { Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { type ErasurePreview, eraseRequested, previewErasure } from '../../erasure/erasure.contract.ts'
import { FatesTable } from './fates.table.tsx'
import { requestWords } from './words.ts'

/** What an erasure takes away and what stays, told before anything is done. */
export function ErasurePage(): ReactNode {
  const words = useWords(requestWords)
  const { id } = useParams({ from: '/personal-data/requests/$id/erasure' })
  const preview = useQuery({
    queryKey: ['erasure', id],
    queryFn: () => call(previewErasure, { params: { id: Number(id) } }),
  })
  const { data } = preview
  return (
    <Page
      title={data === undefined ? words.toErase : words.erasing(data.person.name)}
      about={words.erasingAbout}
      actions={
        <ButtonLink to="/personal-data/requests/$id" params={{ id }} variant="default">
          {words.back}
        </ButtonLink>
      }
    >
      <ProblemNote error={preview.error} onRetry={() => preview.refetch()} />
      {preview.isPending ? <Skeleton height={320} /> : null}
      {data === undefined ? null : (
        <>
          {data.hindrances.length === 0 ? null : (
            <Alert color="red" title={words.hindrances}>
              <List size="sm">
                {data.hindrances.map((one) => (
                  <List.Item key={one}>{one}</List.Item>
                ))}
              </List>
            </Alert>
          )}
          <Section title={words.goes}>
            <FatesTable caption={words.goes} lines={data.lines.filter(({ stays }) => !stays)} />
          </Section>
          <Section title={words.stays}>
            <FatesTable caption={words.stays} lines={data.lines.filter(({ stays }) => stays)} />
          </Section>
          <Confirmation preview={data} />
        </>
      )}
    </Page>
  )
}

function Confirmation({ preview }: { readonly preview: ErasurePreview }): ReactNode {
  const words = useWords(requestWords)
  const navigate = useNavigate()
  const [surname, setSurname] = useState('')
  const { request, version, byTwo, askedBy, can } = preview
  const isLast = can.includes('erase')
  const form = useForm({
    save: (key) => call(eraseRequested, { params: { id: request }, body: { surname } }, { key, version }),
    touches: [['requests'], ['tasks']],
    saved: isLast ? words.erased : words.askedFirst,
    onDone: () => navigate({ to: '/personal-data/requests/$id', params: { id: String(request) } }),
  })
  const said =
    askedBy === null ? (byTwo ? words.byTwo : null) : isLast ? words.askedBy(askedBy) : words.waitsOther(askedBy)
  return (
    <Stack gap="sm" align="flex-start">
      {said === null ? null : <Text size="sm">{said}</Text>}
      {can.length === 0 ? null : (
        <form className="rost-card" aria-label={words.confirmErase} onSubmit={form.submit} noValidate>
          <Stack gap="sm" align="flex-start">
            <ProblemNote error={form.error} />
            <TextInput
              label={words.surname}
              description={words.surnameHint}
              required
              autoComplete="off"
              value={surname}
              error={form.fault('surname')}
              onChange={(event) => setSurname(event.currentTarget.value)}
            />
            <Button type="submit" color="red" loading={form.busy} disabled={surname.trim() === ''}>
              {isLast ? words.confirmErase : words.askErase}
            </Button>
          </Stack>
        </form>
      )}
    </Stack>
  )
}
