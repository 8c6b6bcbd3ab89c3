import { plain } from './plainText';

/** Suffixes of Kubernetes quantities with their factors; `apimachinery/pkg/api/resource/suffix.go`. */
const factors: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

const pattern =
  /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d{1,3})|([numkMGTPE]|[KMGTPE]i))?$/;
const binary = ['Ei', 'Pi', 'Ti', 'Gi', 'Mi', 'Ki'] as const;
const decimal = ['E', 'P', 'T', 'G', 'M', 'k'] as const;

/**
 * The number that a Kubernetes quantity stands for, in units of the resource (CPUs, bytes): `500m` is 0.5, `1Gi` is
 * 1073741824, `1e3` is 1000. Throws for what is none.
 *
 * @public
 */
export function parseQuantity(text: string | number): number {
  const written = String(text);
  const [, digits, exponent, suffix = ''] =
    (written.length <= 100 && pattern.exec(written)) || [];
  const value =
    digits === undefined
      ? NaN
      : Number(`${digits}${exponent ?? ''}`) * factors[suffix];
  if (!Number.isFinite(value)) {
    throw new Error(
      `"${plain(
        written,
      )}" is not a quantity: write a number with one of ${Object.keys(factors)
        .filter(Boolean)
        .join(', ')}, an exponent or nothing`,
    );
  }
  // Tenths and thousandths come out as they are written: 4.7 times 1e-3 is not quite 0.0047.
  return factors[suffix] < 1 ? Number(value.toPrecision(15)) : value;
}

/**
 * A number as a Kubernetes quantity: CPUs in whole ones or `m`, bytes with the largest binary suffix that keeps them
 * whole, anything else with the largest decimal one. What is finer than a thousandth is rounded up, as Kubernetes does.
 *
 * @public
 */
export function formatQuantity(options: {
  value: number;
  resource: 'cpu' | 'memory' | 'other';
}): string {
  const { value, resource } = options;
  if (!Number.isFinite(value)) {
    throw new Error('A quantity must be a finite number');
  }
  const thousandths = Math.ceil(Number((value * 1_000).toPrecision(15)));
  if (thousandths % 1_000 !== 0 && resource !== 'memory') {
    return `${thousandths}m`;
  }
  const whole = resource === 'memory' ? Math.ceil(value) : thousandths / 1_000;
  if (resource === 'cpu') return whole.toFixed(0);
  const suffixes = resource === 'memory' ? binary : decimal;
  const suffix = suffixes.find(
    each => whole !== 0 && whole % factors[each] === 0,
  );
  return `${(suffix ? whole / factors[suffix] : whole).toFixed(0)}${
    suffix ?? ''
  }`;
}
