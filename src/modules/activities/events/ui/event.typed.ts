import type { EVENT_FORMATS, EVENT_LEVELS, Event } from '../events.contract.ts'

/** An event as it stands in the fields: nothing typed is an empty text. */
export type EventTyped = {
  readonly title: string
  readonly formId: string
  readonly format: '' | (typeof EVENT_FORMATS)[number]
  readonly level: (typeof EVENT_LEVELS)[number]
  readonly organiserId: string
  readonly topicId: string
  readonly audienceId: string
  readonly heldOn: string
  readonly lastOn: string
  readonly about: string
  readonly hours: number | string
  readonly seats: number | string
  readonly place: string
  readonly link: string
  readonly recording: string
  readonly instead: string
  readonly insteadUntil: string
  readonly onRequest: boolean
  readonly asksFeedback: boolean
  readonly series: string
  readonly programmeId: string
  readonly moduleIds: readonly number[]
}

export const NO_EVENT: EventTyped = {
  ...{ title: '', formId: '', format: 'in_person', level: 'district', organiserId: '', topicId: '', audienceId: '' },
  ...{ heldOn: '', lastOn: '', about: '', hours: '', seats: '', place: '', link: '', recording: '', instead: '' },
  ...{ insteadUntil: '', onRequest: false, asksFeedback: true, series: '', programmeId: '', moduleIds: [] },
}

const idText = (value: { readonly id: number } | null): string => (value === null ? '' : String(value.id))

export const typedOf = (event: Event): EventTyped => ({
  title: event.title,
  formId: idText(event.form),
  format: event.format ?? '',
  level: event.level,
  organiserId: idText(event.organiser),
  topicId: idText(event.topic),
  audienceId: idText(event.audience),
  heldOn: event.heldOn,
  lastOn: event.lastOn ?? '',
  about: event.about,
  hours: event.hours ?? '',
  seats: event.seats ?? '',
  place: event.place ?? '',
  link: event.link ?? '',
  recording: event.recording ?? '',
  instead: event.instead ?? '',
  insteadUntil: event.insteadUntil ?? '',
  onRequest: event.onRequest,
  asksFeedback: event.asksFeedback,
  series: event.series?.title ?? '',
  programmeId: idText(event.programme),
  moduleIds: event.modules.map(({ id }) => id),
})

const orNull = (text: string): string | null => (text.trim() === '' ? null : text)
const numberOrNull = (text: number | string): number | null => (text === '' ? null : Number(text))

/** As the server takes it. */
export const bodyOf = (typed: EventTyped) => ({
  title: typed.title,
  formId: Number(typed.formId),
  format: typed.format === '' ? null : typed.format,
  level: typed.level,
  organiserId: Number(typed.organiserId),
  topicId: numberOrNull(typed.topicId),
  audienceId: numberOrNull(typed.audienceId),
  heldOn: typed.heldOn,
  lastOn: orNull(typed.lastOn),
  about: typed.about,
  hours: numberOrNull(typed.hours),
  seats: numberOrNull(typed.seats),
  place: orNull(typed.place),
  link: orNull(typed.link),
  recording: orNull(typed.recording),
  instead: orNull(typed.instead),
  insteadUntil: orNull(typed.insteadUntil),
  onRequest: typed.onRequest,
  asksFeedback: typed.asksFeedback,
  series: orNull(typed.series),
  programmeId: numberOrNull(typed.programmeId),
  moduleIds: [...typed.moduleIds],
})
