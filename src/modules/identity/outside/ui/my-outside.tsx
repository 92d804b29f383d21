import { Button, Modal, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call, Problem } from '../../../../web/api.ts'
import { sayMoment } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { useNotice } from '../../../../web/kit/notice.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMe } from '../../../../web/me.tsx'
import { AskOwner } from '../../second-factor/ui/ask-owner.tsx'
import { beginMyOutsideLink, listMyOutsideDoors, type MyOutsideDoor, removeMyOutsideLink } from '../outside.contract.ts'
import { outsideWords } from './words.ts'

/** Which outside providers one's own account is linked with; nothing where the operator has set none up. */
export function MyOutside(): ReactNode {
  const words = useWords(outsideWords)
  const { language } = useLanguage()
  const { hasPassword } = useMe()
  const client = useQueryClient()
  const notice = useNotice()
  const [chosen, setChosen] = useState<MyOutsideDoor | null>(null)
  // Whoever signed in lately is not asked for the password to link; it is asked for when the server says so.
  const [asksOwner, setAsksOwner] = useState(false)
  const mine = useQuery({ queryKey: ['my-outside'], queryFn: () => call(listMyOutsideDoors, {}) })
  if (mine.data === undefined) return <ProblemNote error={mine.error} />
  if (mine.data.items.length === 0) return null
  const isLinked = chosen?.linkedAt != null
  const name = chosen?.name[language] ?? ''
  const act = async (current: string): Promise<void> => {
    if (chosen === null) return
    const input = { params: { provider: chosen.code }, body: current === '' ? {} : { current } }
    if (!isLinked) {
      const { address } = await call(beginMyOutsideLink, input).catch((error: unknown) => {
        if (error instanceof Problem && error.code === 'current_password_needed') setAsksOwner(true)
        throw error
      })
      location.assign(address)
      return
    }
    await call(removeMyOutsideLink, input)
    setChosen(null)
    await client.invalidateQueries({ queryKey: ['my-outside'] })
    await notice(words.parted)
  }
  return (
    <Section title={words.title}>
      <Text size="sm" c="dimmed" mb="xs">
        {words.about}
      </Text>
      <DataTable
        caption={words.title}
        columns={[
          { key: 'name', title: words.provider, cell: (door) => door.name[language] },
          {
            key: 'linked',
            title: words.linked,
            cell: ({ linkedAt }) => (linkedAt === null ? words.notLinked : sayMoment(linkedAt, language)),
          },
          {
            key: 'used',
            title: words.used,
            cell: ({ usedAt }) => (usedAt === null ? words.never : sayMoment(usedAt, language)),
          },
          {
            key: 'act',
            title: '',
            cell: (door) => {
              const isHere = door.linkedAt !== null
              return (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={(isHere ? words.partOf : words.linkOf)(door.name[language])}
                  onClick={() => {
                    setAsksOwner(false)
                    setChosen(door)
                  }}
                >
                  {isHere ? words.part : words.link}
                </Button>
              )
            },
          },
        ]}
        rows={mine.data.items}
        keyOf={({ code }) => code}
      />
      <Modal
        opened={chosen !== null}
        onClose={() => setChosen(null)}
        title={isLinked ? words.partAsk : words.linkAsk}
        closeButtonProps={{ 'aria-label': words.cancel }}
      >
        <AskOwner
          detail={(isLinked ? words.partDetail : words.linkDetail)(name)}
          yes={isLinked ? words.part : words.goThere}
          hasPassword={hasPassword && (isLinked || asksOwner)}
          act={act}
        />
      </Modal>
    </Section>
  )
}
