import { Anchor, type AnchorProps } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'

type Props = AnchorProps & {
  /** An address of the client, as the server named it. */
  readonly to: string
  readonly onGo?: () => void
  readonly children: ReactNode
}

/** A link to a page that the server named: what one writes oneself is a TextLink, whose address the compiler checks. */
export function ToldLink({ to, onGo, children, ...rest }: Props): ReactNode {
  const router = useRouter()
  const go = (event: MouseEvent): void => {
    onGo?.()
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    router.history.push(to)
  }
  return (
    <Anchor href={to} onClick={go} {...rest}>
      {children}
    </Anchor>
  )
}
