import limits from '../../../fixtures/slack/block-kit-limits.json' with { type: 'json' };

export type Surface = 'message' | 'modal' | 'home';

/** What each field holds, in the forms of the table's "dsl". A field with `!` before its name is required. */
export type Fields = Readonly<Record<string, string>>;

export type TypeSpec = {
  readonly kind: string;
  readonly fields: Fields;
  readonly surfaces?: readonly string[];
  readonly anyOf?: readonly string[];
  readonly oneOf?: readonly string[];
  /** Where sources differ: the most items that all of them take. */
  readonly safe?: Readonly<Record<string, number>>;
};

/** A rule about a whole payload. JSON has its keys as optional ones, so each may be undefined. */
export type PayloadRule = {
  readonly id: string;
  readonly message?: boolean | readonly number[] | undefined;
  readonly modal?: readonly number[] | undefined;
  readonly home?: readonly number[] | undefined;
  readonly max?: number | undefined;
  readonly soft?: number | undefined;
  readonly hard?: number | undefined;
  readonly types?: readonly string[] | undefined;
  readonly surface?: string | undefined;
};

export const types: ReadonlyMap<string, TypeSpec> = new Map(Object.entries<TypeSpec>(limits.types));
export const groups: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(limits.groups));
export const payloadRules: readonly PayloadRule[] = limits.payload;
export const views: Readonly<Record<'modal' | 'home', { readonly fields: Fields }>> = limits.views;

/** Objects that the table knows only as "any" or "chart", in its own forms. */
const further: Readonly<Record<string, Fields>> = {
  // TableBlockColumnSettings in blocks.d.ts of @slack/types 3.2.0.
  column: { align: 'e:left|center|right', is_wrapped: 'b' },
  // RichTextStyleable in extensions.d.ts of @slack/types 3.2.0. Others know more keys: the stricter list.
  style: { bold: 'b', italic: 'b', strike: 'b', underline: 'b', code: 'b' },
  // At most 6 series or segments: the stricter number of the table's note on data_visualization. The keys are
  // those of TightknitAI/slack-block-kit-validator, src/slack-block-kit.schema.json.
  axes_chart: { '!type': 'e:line|bar|area', '!series': 'a:1-6:o:series', '!axis_config': 'o:axis' },
  pie_chart: { '!type': 'e:pie', '!segments': 'a:1-6:o:segment' },
  // The legacy fields of MessageAttachment are left out: Slack formats their texts, and nothing here reads them.
  attachment: { '!blocks': 'any', fallback: 's:1-*', color: 's:1-*' },
};

export const objects: ReadonlyMap<string, Fields> = new Map(
  Object.entries<Fields>({ ...limits.objects, ...further }),
);
