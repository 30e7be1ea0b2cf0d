import { isDeepStrictEqual } from 'node:util';
import { chartFaults } from './chart-faults.ts';
import { codePoints } from './code-points.ts';
import { dataTableFaults } from './data-table-faults.ts';
import { isObject, type Json, shown } from './json.ts';
import { rangeFaults } from './range-faults.ts';

/**
 * Faults that only show when fields of one object are read together: the notes of the table, and what
 * @slack/types 3.2.0 says beside a field.
 */
export function crossFieldFaults(type: string, value: Json, path: string): string[] {
  switch (type) {
    case 'number_input':
      return reversedFaults(value, path);
    case 'plain_text_input':
      return overfilledFaults(value, path);
    case 'input':
      return isObject(value['element']) &&
        value['element']['type'] === 'file_input' &&
        value['dispatch_action'] === true
        ? [`${path}.dispatch_action: not with a file_input`]
        : [];
    case 'container':
      return value['default_collapsed'] === true && value['is_collapsible'] !== true
        ? [`${path}.default_collapsed: only with is_collapsible`]
        : [];
    case 'image':
      return isObject(value['slack_file']) && Object.keys(value['slack_file']).length !== 1
        ? [`${path}.slack_file: either url or id`]
        : [];
    case 'data_table':
      return dataTableFaults(value, path);
    case 'data_visualization':
      return chartFaults(value['chart'], `${path}.chart`);
    case 'checkboxes':
    case 'radio_buttons':
    case 'static_select':
    case 'multi_static_select':
      return strangerFaults(value, path);
    default:
      // A leaf of rich text: the schema that table.ts names asks for one key at least.
      return isObject(value['style']) && Object.keys(value['style']).length === 0
        ? [`${path}.style: empty`]
        : [];
  }
}

function reversedFaults({ min_value, max_value }: Json, path: string): string[] {
  return Number(min_value) > Number(max_value)
    ? [`${path}.min_value: ${shown(min_value)}, above the max_value ${shown(max_value)}`]
    : [];
}

/** Slack refuses to open a view whose input begins with more than may be typed into it. */
function overfilledFaults({ initial_value, max_length }: Json, path: string): string[] {
  if (typeof initial_value !== 'string' || typeof max_length !== 'number') return [];
  return rangeFaults(codePoints(initial_value), `0-${max_length}`, `${path}.initial_value`, 'character');
}

/** What is selected at first has to be an option, in all of its fields. */
function strangerFaults(value: Json, path: string): string[] {
  const options = [value, ...listOf(value['option_groups'])].flatMap((group) =>
    isObject(group) ? listOf(group['options']) : [],
  );
  const isStranger = (option: unknown) => !options.some((one) => isDeepStrictEqual(one, option));
  const selected = [
    ...('initial_option' in value ? [['initial_option', value['initial_option']] as const] : []),
    ...listOf(value['initial_options']).map((option, at) => [`initial_options[${at}]`, option] as const),
  ];
  return selected
    .filter(([, option]) => option !== undefined && isStranger(option))
    .map(([name]) => `${path}.${name}: none of the options`);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
