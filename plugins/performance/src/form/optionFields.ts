import type { GenerateResponse, Input } from '@dynoscope/scorecard';

type Plain = string | number;

/** A value that a person may set. */
export interface Option {
  name: string;
  label: string;
  value?: Plain;
  unit?: string;
  source?: Input['source'];
  detail?: string;
  isNumber: boolean;
}

/** The options of an answer as fields: those that it used, and those that nobody knows yet. */
export function optionFields(answer: GenerateResponse): Option[] {
  const used = Object.entries(answer.options).flatMap(([name, value]) =>
    isPlain(value) ? [{ name, value }] : [],
  );
  const unknown = answer.inputs
    .filter(
      ({ name, value }) => value === undefined && !(name in answer.options),
    )
    .map(({ name }) => ({ name, value: undefined }));
  return [...used, ...unknown].map(({ name, value }) => {
    const input = answer.inputs.find(one => one.name === name);
    const change = answer.values.find(({ path }) => path.endsWith(`/${name}`));
    const { label, unit, source } = input ?? change ?? {};
    return {
      name,
      label: label ?? name,
      value,
      unit,
      source,
      detail: input?.detail,
      isNumber:
        value === undefined ? unit !== undefined : typeof value === 'number',
    };
  });
}

/** The inputs that only show what a computation starts from. */
export function givenInputs(answer: GenerateResponse): Input[] {
  const fields = new Set(optionFields(answer).map(({ name }) => name));
  return answer.inputs.filter(({ name }) => !fields.has(name));
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'string' || typeof value === 'number';
}
