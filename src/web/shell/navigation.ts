import type { LinkProps } from '@tanstack/react-router'
import type { shellWords } from './words.ts'

export type Place = {
  readonly to: NonNullable<LinkProps['to']>
  readonly name: keyof typeof shellWords.ru.nav
  /** The permission without which the place is not offered. */
  readonly needs?: string
}

/** The sections in the order of the district's loop: what it comes to, who is behind it, where it comes from. */
const PLACES: readonly Place[] = [
  { to: '/', name: 'today' },
  { to: '/my', name: 'my', needs: 'record.question' },
  { to: '/region', name: 'region', needs: 'region.read' },
  { to: '/indicators', name: 'indicators', needs: 'indicator.read' },
  { to: '/snapshots', name: 'snapshots', needs: 'indicator.read' },
  { to: '/notes/monitoring', name: 'note', needs: 'indicator.read' },
  { to: '/questions', name: 'questions', needs: 'indicator.people' },
  { to: '/events', name: 'events', needs: 'event.read' },
  { to: '/programmes', name: 'programmes', needs: 'programme.read' },
  { to: '/course-plans', name: 'coursePlans', needs: 'course_plan.sums' },
  { to: '/in-house', name: 'inHouse', needs: 'in_house.read' },
  { to: '/event-requests', name: 'eventRequests', needs: 'event_request.read' },
  { to: '/internships', name: 'internships', needs: 'internship.read' },
  { to: '/self-studies', name: 'selfStudies', needs: 'study.read' },
  { to: '/asked', name: 'asked', needs: 'asked.read' },
  { to: '/enrolments/approvals', name: 'approvals', needs: 'enrolment.approve' },
  { to: '/people', name: 'people', needs: 'person.read' },
  { to: '/organisations', name: 'organisations', needs: 'organisation.read' },
  { to: '/documents', name: 'documents', needs: 'document.read' },
  { to: '/loads', name: 'loads', needs: 'load.read' },
  { to: '/classifiers', name: 'classifiers', needs: 'classifier.manage' },
  { to: '/accounts', name: 'accounts', needs: 'account.manage' },
  { to: '/jobs', name: 'jobs', needs: 'operation.manage' },
  { to: '/journal', name: 'journal', needs: 'journal.read' },
  { to: '/consents', name: 'consents', needs: 'consent.read' },
  { to: '/personal-data/requests', name: 'requests', needs: 'request.read' },
  { to: '/incidents', name: 'incidents', needs: 'incident.manage' },
  { to: '/personal-data', name: 'personalData', needs: 'rules.read' },
]

/** Whoever sees no people behind figures, and is a person of the district, comes for the own page first. */
export const comesForOwn = (permissions: readonly string[]): boolean =>
  permissions.includes('record.question') && !permissions.includes('indicator.people')

/** Where somebody with these permissions can go. */
export const placesFor = (permissions: readonly string[]): Place[] =>
  PLACES.filter(
    ({ to, needs }) =>
      (needs === undefined || permissions.includes(needs)) && !(to === '/' && comesForOwn(permissions)),
  )
