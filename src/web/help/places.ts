import type { RegisteredRouter } from '@tanstack/react-router'
import type { Place } from './guide.ts'

/** Which section of the guide helps on which page of the client; the compiler holds that no page is without one. */
export const PLACES_OF_HELP = {
  '/': 'figures#today',
  '/my': 'home#my',
  '/region': 'figures#region',
  '/indicators': 'figures#indicators',
  '/indicators/$code': 'figures#indicator',
  '/indicators/$code/edition': 'populations#edition',
  '/definitions': 'populations#definitions',
  '/definitions/new': 'populations#define',
  '/snapshots': 'figures#snapshots',
  '/snapshots/$id': 'figures#snapshot',
  '/questions': 'figures#questions',
  '/notes/monitoring': 'note#note',
  '/people': 'people#people',
  '/people/new': 'people#new-person',
  '/people/doubles': 'people#doubles',
  '/people/selection': 'populations#selection',
  '/people/$id': 'people#person',
  '/organisations': 'people#organisations',
  '/organisations/$id': 'people#organisation',
  '/quality': 'people#quality',
  '/quality/forms': 'people#forms',
  '/loads': 'loading#loads',
  '/loads/$id': 'loading#load',
  '/loads/profiles': 'loading#profiles',
  '/classifiers': 'accounts#classifiers',
  '/accounts': 'accounts#accounts',
  '/accounts/slips': 'accounts#slips',
  '/accounts/$id': 'accounts#account',
  '/accounts/rules': 'accounts#rules',
  '/journal': 'accounts#journal',
  '/account': 'start#account',
  '/start': 'start#sign-in',
  '/guide': 'start#help',
  '/guide/$page': 'start#help',
} as const satisfies Readonly<Record<Exclude<keyof RegisteredRouter['routesByPath'], ''>, Place>>

const byPath: ReadonlyMap<string, Place> = new Map(Object.entries(PLACES_OF_HELP))

/** By the path of a route (`/people/$id`); where there is no such page, what to do about that. */
export const helpFor = (path: string | undefined): Place => byPath.get(path ?? '') ?? 'start#missing'
