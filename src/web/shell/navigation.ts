import type { LinkProps } from '@tanstack/react-router'
import type { shellWords } from './words.ts'

export type Place = {
  readonly to: NonNullable<LinkProps['to']>
  readonly name: keyof typeof shellWords.ru.nav
  /** The permission without which the place is not offered. */
  readonly needs?: string
}

/** The sections in the order of the district's loop: what it comes to, who is behind it, where it comes from. */
export const PLACES: readonly Place[] = [
  { to: '/', name: 'today' },
  { to: '/region', name: 'region', needs: 'region.read' },
  { to: '/indicators', name: 'indicators', needs: 'indicator.read' },
  { to: '/snapshots', name: 'snapshots', needs: 'indicator.read' },
  { to: '/notes/monitoring', name: 'note', needs: 'indicator.read' },
  { to: '/questions', name: 'questions', needs: 'indicator.people' },
  { to: '/people', name: 'people', needs: 'person.read' },
  { to: '/organisations', name: 'organisations', needs: 'organisation.read' },
  { to: '/loads', name: 'loads', needs: 'load.read' },
  { to: '/classifiers', name: 'classifiers', needs: 'classifier.manage' },
  { to: '/accounts', name: 'accounts', needs: 'account.manage' },
]
