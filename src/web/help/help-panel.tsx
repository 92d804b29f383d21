import { ActionIcon, Anchor, Drawer, Group, Loader, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { TextLink } from '../kit/links.tsx'
import { ProblemNote } from '../kit/problem-note.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { type Place, partsOf, sectionOf } from './guide.ts'
import './help.css'
import { guidePage } from './pages.ts'
import { type GuideLink, Pieces } from './pieces.tsx'
import { helpWords } from './words.ts'

/** From here on there is room for the page and the help side by side. */
const WIDE = '(min-width: 75em)'

const KEYS: Place = 'start#keys'

type Props = { readonly place: Place; readonly isSignedIn: boolean; onClose(): void }

/** The help beside the page; where there is no room beside it, over it. */
export function HelpPanel({ place, isSignedIn, onClose }: Props): ReactNode {
  const words = useWords(helpWords)
  const isWide = useMediaQuery(WIDE, undefined, { getInitialValueInEffect: false })
  const content = <Help key={place} {...{ place, isSignedIn, onClose }} leavesPage={!isWide} />
  if (isWide) return <Beside onClose={onClose}>{content}</Beside>
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="26rem"
      title={words.help}
      closeButtonProps={{ 'aria-label': words.close }}
      attributes={{ content: { 'data-help': true } }}
      classNames={{ content: 'rost-help-over' }}
    >
      {content}
    </Drawer>
  )
}

function Beside({ onClose, children }: { onClose(): void; children: ReactNode }): ReactNode {
  const words = useWords(helpWords)
  const panel = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-help', true)
    panel.current?.focus({ preventScroll: true })
    return () => void document.documentElement.toggleAttribute('data-help', false)
  }, [])
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const { target } = event
      const isOurs = target === document.body || (target instanceof Node && panel.current?.contains(target))
      if (event.key === 'Escape' && isOurs) onClose()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  })
  return createPortal(
    <aside ref={panel} tabIndex={-1} className="rost-help rost-no-print" aria-label={words.help}>
      <Group justify="space-between" wrap="nowrap">
        <Text c="dimmed" size="sm">
          {words.help}
        </Text>
        <ActionIcon variant="subtle" aria-label={words.close} onClick={onClose}>
          ✕
        </ActionIcon>
      </Group>
      {children}
    </aside>,
    document.body,
  )
}

type HelpProps = Props & { readonly leavesPage: boolean }

function Help({ place, isSignedIn, leavesPage, onClose }: HelpProps): ReactNode {
  const words = useWords(helpWords)
  const { language } = useLanguage()
  const [path, setPath] = useState<readonly Place[]>([])
  const { page: name, section: id } = partsOf(path.at(-1) ?? place)
  const page = useQuery(guidePage(language, name))
  const section = page.data ? sectionOf(page.data, id) : undefined
  const onLeave = leavesPage ? onClose : undefined
  const title = useRef<HTMLHeadingElement>(null)
  const shown = section === undefined ? undefined : `${name}#${id}`
  const turned = useRef(false)
  // The link that was followed is gone: the keyboard goes on at what it led to.
  useEffect(() => {
    if (shown === undefined || !turned.current) return
    turned.current = false
    title.current?.focus()
  }, [shown])
  const turn = (to: readonly Place[]): void => {
    turned.current = true
    setPath(to)
  }
  // What is explained elsewhere is explained here: the page one works on stays.
  const link: GuideLink = ({ page: to, section: at, children }) =>
    at === null ? (
      isSignedIn ? (
        <TextLink to="/guide/$page" params={{ page: to }} {...(onLeave && { onClick: onLeave })}>
          {children}
        </TextLink>
      ) : (
        children
      )
    ) : (
      <Anchor component="button" type="button" onClick={() => turn([...path, `${to}#${at}`])}>
        {children}
      </Anchor>
    )
  if (page.isPending) return <Loader aria-label={words.loading} />
  return (
    <div className="rost-guide" data-small>
      {path.length === 0 ? null : (
        <Anchor component="button" type="button" size="sm" onClick={() => turn(path.slice(0, -1))}>
          ← {words.back}
        </Anchor>
      )}
      <ProblemNote error={page.error} onRetry={() => page.refetch()} />
      {section === undefined ? null : (
        <>
          <h2 ref={title} tabIndex={-1}>
            <Pieces pieces={section.heading.holds} link={link} />
          </h2>
          <Pieces pieces={section.body} top={3} pictures={false} link={link} />
        </>
      )}
      {path.at(-1) === KEYS ? null : (
        <p>
          <Anchor component="button" type="button" onClick={() => turn([...path, KEYS])}>
            {words.keys}
          </Anchor>
        </p>
      )}
      {isSignedIn && page.data ? (
        <p>
          <TextLink to="/guide/$page" params={{ page: name }} hash={id} {...(onLeave && { onClick: onLeave })}>
            {words.more(page.data.title)}
          </TextLink>
        </p>
      ) : null}
    </div>
  )
}
