import { ASKS, DETAILS, type DeedKind, type Detail, isOfOneDay, LEARNING_FORMS } from '../deeds.kinds.contract.ts'
import type { findSameDeeds, MyDeed, tellDeed } from '../elsewhere.contract.ts'

/** What stands in the fields of the form, whatever the kind: what one kind does not ask stays for the other. */
export type Typed = {
  readonly kind: DeedKind
  readonly title: string
  readonly startsOn: string
  readonly endsOn: string
} & {
  readonly [detail in Detail]: string
}

const NOTHING: Typed = {
  ...{ kind: 'upskilling', title: '', startsOn: '', endsOn: '' },
  ...{ typeId: '', levelId: '', roleId: '', place: '', form: 'distance', hours: '' },
  ...{ number: '', partners: '', result: '', link: '' },
}

export const startTyping = (kind: DeedKind): Typed => ({ ...NOTHING, kind })

export function typedOf({ type, level, role, ...deed }: MyDeed): Typed {
  const idOf = (value: { readonly id: number } | null): string => (value === null ? '' : String(value.id))
  return {
    ...{ kind: deed.kind, title: deed.title, startsOn: deed.startsOn, endsOn: deed.endsOn },
    ...{ typeId: idOf(type), levelId: idOf(level), roleId: idOf(role) },
    ...{ place: deed.place ?? '', form: deed.form ?? 'distance', hours: deed.hours === null ? '' : String(deed.hours) },
    ...{ number: deed.number ?? '', partners: deed.partners ?? '', result: deed.result ?? '', link: deed.link ?? '' },
  }
}

type Told = Omit<NonNullable<NonNullable<(typeof tellDeed)['$call']>['body']>, 'isAnother'>

/** As it is sent: only what the kind asks, and nothing for what was left empty. */
export function toldOf(typed: Typed): Told {
  const { kind, title, startsOn, endsOn } = typed
  const said = (detail: Detail): string | null => {
    const isAsked = ASKS[kind].must.includes(detail) || ASKS[kind].may.includes(detail)
    return isAsked && typed[detail].trim() !== '' ? typed[detail] : null
  }
  const number = (detail: Detail): number | null => {
    const text = said(detail)
    return text === null ? null : Number(text.replace(',', '.'))
  }
  return {
    ...{ kind, title, startsOn, endsOn: isOfOneDay(kind) ? startsOn : endsOn },
    ...{ typeId: number('typeId'), levelId: number('levelId'), roleId: number('roleId'), hours: number('hours') },
    ...{ place: said('place'), number: said('number'), partners: said('partners'), result: said('result') },
    ...{ link: said('link'), form: LEARNING_FORMS.find((one) => one === said('form')) ?? null },
  }
}

type Sought = Omit<NonNullable<NonNullable<(typeof findSameDeeds)['$call']>['query']>, 'except'>

/** Nothing as long as too little was typed to find anything by. */
export function soughtOf(typed: Typed): Sought | undefined {
  const { kind, title, startsOn, endsOn, place, number, link } = toldOf(typed)
  if (title.trim().length < 2 || startsOn === '' || endsOn === '' || endsOn < startsOn) return undefined
  return { kind, title, startsOn, endsOn, place: place ?? '', number: number ?? '', link: link ?? '' }
}

/** In the order of the form. */
export const detailsOf = (kind: DeedKind): readonly Detail[] =>
  DETAILS.filter((detail) => ASKS[kind].must.includes(detail) || ASKS[kind].may.includes(detail))
