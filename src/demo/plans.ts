import type { Plan } from './story.ts'

export const REGION = { code: 'demo', name: 'Демонстрационный регион' }

/** The district everything is shown on; accounts are of this one. */
export const MAIN: Plan = {
  code: 'demo',
  name: 'Заречный район (демо)',
  schools: 34,
  kindergartens: 40,
  additional: 4,
  firstNumber: 801,
  snils: 901,
  size: 1,
  events: 125,
}

/** Its smaller neighbour, for whoever looks at a region. */
export const NEIGHBOUR: Plan = {
  code: 'demo-2',
  name: 'Луговой район (демо)',
  schools: 8,
  kindergartens: 9,
  additional: 1,
  firstNumber: 901,
  snils: 951,
  size: 0.82,
  events: 40,
}
