import { type FormField, formFields } from '../../../src/form.ts';
import { fieldMistake, type State } from '../state.ts';
import { element } from './element.ts';

type Control = HTMLInputElement | HTMLSelectElement;

const hints = {
  'this layer': 'Change a field, and the question follows.',
  'last layer': 'The last layer that worked. Change a field to go on from it.',
  'default layer': 'The layer of a question without words. Change a field to begin with it.',
  mistake: 'One of these is wrong. Change it, and the question follows.',
  none: 'This question is not about one layer. Change it in the line above.',
} as const satisfies Record<State['fields'], string>;

/** The fields of one layer. They show the question, and a change of one asks a new question. */
export function fields(onChange: (field: FormField, value: string) => void): (state: State) => void {
  const controls = new Map(formFields.map((field) => [field, controlOf(field)]));
  for (const [field, control] of controls) {
    control.addEventListener('input', () => onChange(field, control.value));
  }
  let last: State | undefined;
  // Half of a number is not rewritten while it is typed; what is left in the field is, afterwards.
  for (const [field, control] of controls) {
    control.addEventListener('blur', () => {
      if (last?.fields === 'this layer') control.value = last.form.named[field];
    });
  }
  return (state) => {
    last = state;
    element('fields-hint', HTMLElement).textContent = hints[state.fields];
    element('fields', HTMLFieldSetElement).disabled = state.fields === 'none';
    for (const [field, control] of controls) {
      if (control !== document.activeElement) control.value = shownValue(state, field);
    }
    controls.get('groups')?.setAttribute('placeholder', groupsInWords(state));
    showMistake(controls, state);
  };
}

/** Where they follow the input channels, which the words say, there is no number of groups. */
function groupsInWords({ fields, form }: State): string {
  return fields !== 'none' && /\bdw\b/.test(form.text) ? 'one a channel' : '';
}

/** A number beside a question that has no such number would be read as a part of it. */
function shownValue({ fields, form }: State, field: FormField): string {
  return fields === 'none' ? '' : form.named[field];
}

function showMistake(controls: ReadonlyMap<FormField, Control>, state: State): void {
  const mistake = fieldMistake(state);
  const place = element('field-mistake', HTMLElement);
  place.hidden = mistake === undefined;
  place.textContent = mistake?.message ?? '';
  for (const [field, control] of controls) {
    const isWrong = field === mistake?.field;
    control.setAttribute('aria-invalid', String(isWrong));
    if (isWrong) control.setAttribute('aria-describedby', place.id);
    else control.removeAttribute('aria-describedby');
  }
}

function controlOf(field: FormField): Control {
  const id = `field-${field}`;
  const isChoice = field === 'bias' || field === 'convention';
  return isChoice ? element(id, HTMLSelectElement) : element(id, HTMLInputElement);
}
