import type { Messages } from '../../platform/messages.ts'

export const populationMessages = {
  ru: {
    fields: {
      subject_unknown: 'о таких объектах язык не говорит',
      field_unknown: 'такого поля у факта нет',
      term_unknown: 'такого условия нет: {{term}}',
      member_not_for_term: 'для условия {{term}} это не задаётся',
      when_needs_interval: 'это событие одного дня: задайте период или срок',
      when_needs_day: 'это длится: задайте дату или пересечение с периодом',
      field_not_a_number: 'складывать можно только числа',
      bounds_need_number: 'границы задаются только для чисел',
      value_missing: 'назовите значение',
      value_not_yes_no: 'да или нет',
      value_not_number: 'нужно число',
      value_not_in_list: 'такого значения в списке нет: {{value}}',
      value_not_text: 'нужно название',
      population_too_deep: 'слишком глубокая вложенность условий',
      population_too_large: 'слишком много условий',
      dates_order: 'конец раньше начала',
    },
  },
  en: {
    fields: {
      subject_unknown: 'the language does not speak of such things',
      field_unknown: 'the fact has no such field',
      term_unknown: 'there is no such term: {{term}}',
      member_not_for_term: 'not given for the term {{term}}',
      when_needs_interval: 'this happens on a single day: give a period or a term',
      when_needs_day: 'this lasts: give a day or an overlap with a period',
      field_not_a_number: 'only numbers can be summed',
      bounds_need_number: 'bounds are for numbers only',
      value_missing: 'name a value',
      value_not_yes_no: 'yes or no',
      value_not_number: 'a number is needed',
      value_not_in_list: 'not in the list: {{value}}',
      value_not_text: 'a name is needed',
      population_too_deep: 'conditions are nested too deeply',
      population_too_large: 'too many conditions',
      dates_order: 'the end is before the beginning',
    },
  },
} as const satisfies Messages
