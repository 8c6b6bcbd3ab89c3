type Options = Record<string, unknown>;

/** The option at a path such as `batcher.maxLatency`. */
export function optionAt(options: Options, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        isOptions(value) && Object.hasOwn(value, key) ? value[key] : undefined,
      options,
    );
}

/** A copy with the option at a path set; without a value it is taken out. */
export function withOption(
  options: Options,
  path: string,
  value: unknown,
): Options {
  if (value === undefined && optionAt(options, path) === undefined) {
    return options;
  }
  const [key, ...rest] = path.split('.');
  const { [key]: earlier, ...others } = options;
  const inner =
    rest.length === 0
      ? value
      : withOption(isOptions(earlier) ? earlier : {}, rest.join('.'), value);
  return inner === undefined ? others : { ...others, [key]: inner };
}

function isOptions(value: unknown): value is Options {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
