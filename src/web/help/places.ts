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
  '/people/$id/split': 'people#split',
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
  '/jobs': 'accounts#jobs',
  '/journal': 'accounts#journal',
  '/personal-data': 'accounts#personal-data',
  '/personal-data/requests': 'accounts#requests',
  '/personal-data/requests/$id': 'accounts#request',
  '/personal-data/requests/$id/erasure': 'accounts#erasure',
  '/my/requests': 'accounts#my-requests',
  '/incidents': 'accounts#incidents',
  '/my/sights': 'accounts#sights',
  '/my/consents': 'accounts#consents',
  '/my/consents/$kind': 'accounts#consents',
  '/consents': 'accounts#consents',
  '/consents/$kind': 'accounts#consents',
  '/account': 'start#account',
  '/start': 'start#sign-in',
  '/sign-in/outside/$provider': 'start#sign-in',
  '/guide': 'start#help',
  '/guide/$page': 'start#help',
} as const satisfies Readonly<Record<Exclude<keyof RegisteredRouter['routesByPath'], ''>, Place>>

const byPath: ReadonlyMap<string, Place> = new Map(Object.entries(PLACES_OF_HELP))

/** By the path of a route (`/people/$id`); where there is no such page, what to do about that. */
export const helpFor = (path: string | undefined): Place => byPath.get(path ?? '') ?? 'start#missing'
