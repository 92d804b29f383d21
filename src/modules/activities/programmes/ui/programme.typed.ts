import type { MODULE_FORMS, Programme } from '../programmes.contract.ts'

export type ModuleTyped = {
  readonly title: string
  readonly hours: number | string
  readonly form: (typeof MODULE_FORMS)[number]
  readonly elective: boolean
}

/** The id of an organisation of the district, or the name of another one; the one that is not empty counts. */
export type ProviderTyped = { readonly organisationId: string; readonly outside: string }

/** A draft as it stands in the fields: nothing typed is an empty text. */
export type ProgrammeTyped = {
  readonly title: string
  readonly kind: Programme['kind']
  readonly form: Programme['form']
  readonly hours: number | string
  readonly topicId: string
  readonly about: string
  readonly audience: string
  readonly competences: string
  readonly results: string
  readonly reason: string
  readonly indicator: string
  readonly selfStudy: boolean
  readonly electives: number | string
  readonly modules: readonly ModuleTyped[]
  readonly providers: readonly ProviderTyped[]
}

export const typedOf = (programme: Programme): ProgrammeTyped => {
  const { title, kind, form, hours, topic, about, reason, indicator, selfStudy, electives, modules, providers } =
    programme
  const { audience, competences, results } = programme
  return {
    ...{ title, kind, form, about, audience, competences, results, reason, selfStudy, electives },
    hours: hours ?? '',
    topicId: topic === null ? '' : String(topic.id),
    indicator: indicator?.code ?? '',
    modules: modules.map(({ id: _, ...module }) => module),
    providers: providers.map(({ organisationId, name }) =>
      organisationId === null
        ? { organisationId: '', outside: name }
        : { organisationId: String(organisationId), outside: '' },
    ),
  }
}

const numberOr = <T>(text: number | string, nothing: T): number | T => (text === '' ? nothing : Number(text))

/** As the server takes it. */
export const bodyOf = (typed: ProgrammeTyped) => ({
  ...typed,
  hours: numberOr(typed.hours, null),
  topicId: numberOr(typed.topicId, null),
  indicator: typed.indicator.trim() === '' ? null : typed.indicator,
  electives: numberOr(typed.electives, 0),
  modules: typed.modules.map((module) => ({ ...module, hours: numberOr(module.hours, 0) })),
  providers: typed.providers.map(({ organisationId, outside }) => ({
    organisationId: numberOr(organisationId, null),
    outside: outside.trim() === '' ? null : outside,
  })),
})
