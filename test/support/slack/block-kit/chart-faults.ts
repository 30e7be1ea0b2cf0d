import { isObject, type Json, shown } from './json.ts';

/**
 * What Slack refuses in a chart beside its limits: two series of one name, a series that has not exactly one
 * point a category, a segment of nothing. Source: the schema that table.ts names, and
 * src/helpers/check-data-visualization-consistency.ts beside it.
 */
export function chartFaults(chart: unknown, path: string): string[] {
  if (!isObject(chart)) return [];
  const series = objectsOf(chart['series']);
  const names = series.map(({ name }) => name);
  const axis = isObject(chart['axis_config']) ? chart['axis_config'] : {};
  const categories = Array.isArray(axis['categories']) ? axis['categories'] : [];
  return [
    ...names.flatMap((name, at) =>
      names.indexOf(name) === at ? [] : [`${path}.series[${at}].name: ${shown(name)} again`],
    ),
    ...series.flatMap(({ data }, at) => categoryFaults(data, categories, `${path}.series[${at}].data`)),
    ...objectsOf(chart['segments']).flatMap(({ value }, at) =>
      typeof value === 'number' && value <= 0 ? [`${path}.segments[${at}].value: ${value}, not above 0`] : [],
    ),
  ];
}

function categoryFaults(data: unknown, categories: readonly unknown[], path: string): string[] {
  const labels = objectsOf(data).map(({ label }) => label);
  return [
    ...labels
      .filter((label) => !categories.includes(label))
      .map((label) => `${path}: ${shown(label)} is no category`),
    ...[...new Set(categories)]
      .map((category) => [category, labels.filter((label) => label === category).length] as const)
      .filter(([, points]) => points !== 1)
      .map(([category, points]) => `${path}: ${points} points for the category ${shown(category)}`),
  ];
}

function objectsOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
