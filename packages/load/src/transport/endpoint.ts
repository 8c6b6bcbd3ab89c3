import { isIP } from 'node:net';

/** The port that a URL means. */
export function portOf(url: URL): number {
  if (url.port) return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

/** The host of a URL as a name or an address, an IPv6 one without its brackets. */
export function hostOf(url: URL): string {
  const bare = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) ? bare : url.hostname;
}
