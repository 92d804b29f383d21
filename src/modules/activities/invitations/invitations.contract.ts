import { z } from 'zod'
import { endpoint, Id, IdParams, listOf, listQuery } from '../../../platform/contract.ts'
import { Population } from '../../population/population.contract.ts'

/** By a letter; in Rost alone, for there is no address; not at all: no account, or they want no invitations. */
export const WAYS = ['letter', 'page', 'nobody', 'unsubscribed'] as const
export type Way = (typeof WAYS)[number]

/** What became of a letter; `unsure`: the server stopped just as it was handed over, and it is never sent twice. */
export const LETTER_STATES = ['due', 'sending', 'sent', 'unsure', 'refused', 'void'] as const

const Counts = z.object({ letter: z.int(), page: z.int(), nobody: z.int(), unsubscribed: z.int() })
const Named = z.object({ id: Id, name: z.string() })
const Words = z.string().trim().max(1000)

export const InvitationPreview = z.object({
  /** Whom it would go to, in words of the reader. */
  sentence: z.string(),
  /** Everybody it is for. */
  people: z.int(),
  counts: Counts,
  /** Who is enrolled or was invited already: they are left alone. */
  already: z.int(),
  /** The first ten of those who will be told, or should be. */
  names: z.array(Named.extend({ organisation: z.string(), way: z.enum(WAYS) })),
  /** When the first letters go. */
  goesAt: z.iso.datetime(),
})
export type InvitationPreview = z.infer<typeof InvitationPreview>

export const previewInvitation = endpoint({
  id: 'previewInvitation',
  method: 'post',
  path: '/api/events/{id}/invitations/preview',
  summary: 'Whom an invitation would reach and how, before anything is sent; only those the event takes',
  params: IdParams,
  body: z.strictObject({ population: Population }),
  reply: InvitationPreview,
})

const Invitation = z.object({
  id: Id,
  invitedAt: z.iso.datetime(),
  invitedBy: z.string().nullable(),
  sentence: z.string(),
  words: z.string(),
  people: z.int(),
  counts: Counts,
  /** Of the letters. */
  letters: z.object({ waiting: z.int(), sent: z.int(), unsure: z.int(), refused: z.int() }),
  /** When the last letter that waits goes; null: none waits. */
  goesAt: z.iso.datetime().nullable(),
})
export type Invitation = z.infer<typeof Invitation>

export const invite = endpoint({
  id: 'inviteToEvent',
  method: 'post',
  path: '/api/events/{id}/invitations',
  summary: 'Invite a population to an event: a notice in Rost at once, letters when it is not quiet, nobody twice',
  params: IdParams,
  body: z.strictObject({
    population: Population,
    words: Words.default(''),
    /** As many as the preview showed; with other ones now nothing is sent. */
    people: z.int().min(1),
  }),
  reply: Invitation,
})

export const listInvitations = endpoint({
  id: 'listInvitations',
  method: 'get',
  path: '/api/events/{id}/invitations',
  summary: 'Invitations to an event and what became of them, newest first',
  params: IdParams,
  query: listQuery(['at'], {}).omit({ sort: true }),
  reply: listOf(Invitation),
})

export const listInvited = endpoint({
  id: 'listInvited',
  method: 'get',
  path: '/api/events/{id}/invited',
  summary: 'Who was invited to an event, how they were told, and what became of the letter',
  params: IdParams,
  query: listQuery(['name', 'organisation'], { way: z.enum(WAYS).optional() }),
  reply: listOf(
    Named.extend({
      organisation: z.string().nullable(),
      way: z.enum(WAYS),
      letter: z.enum(LETTER_STATES).nullable(),
      enrolled: z.boolean(),
    }),
  ),
})
