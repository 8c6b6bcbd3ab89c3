const longest = 2048;
const authorityPattern =
  /^(\[[0-9a-f:.]+\]|[a-z0-9]([a-z0-9._-]*[a-z0-9])?)(:[1-9][0-9]{0,4})?$/i;

/**
 * Reads an address that a request may go to. It is strict about spelling, so that an address has one form only and
 * nobody reads another host in it than the network does: http or https, a host in plain ASCII in its usual spelling, no
 * user name, no fragment, no space or control character. Throws an error that says what is allowed and that does not
 * repeat the address.
 */
export function readTargetUrl(text: string): URL {
  if (text.length > longest) {
    throw new Error(`is longer than ${longest} characters`);
  }
  if (/[^\x21-\x7e]|\\/.test(text)) {
    throw new Error(
      'holds a space, a backslash, a control character or one outside ASCII; write international names in punycode',
    );
  }
  const parts = /^(https?):\/\/([^/?#]*)/i.exec(text);
  if (!parts) {
    throw new Error('must start with http:// or https://');
  }
  const authority = parts[2];
  if (authority.includes('@')) {
    throw new Error(
      'must not hold a user name or password; use auth of the endpoint',
    );
  }
  if (text.includes('#')) {
    throw new Error('must not hold a fragment (#)');
  }
  if (!authorityPattern.test(authority) || !URL.canParse(text)) {
    throw new Error(
      'must name a host and optionally a port, such as http://models.example.com:8080/v1/models/iris:predict',
    );
  }
  const url = new URL(text);
  if (url.hostname !== authority.replace(/:\d+$/, '').toLowerCase()) {
    throw new Error(
      'spells its host in an unusual way; write it in its usual form, such as 10.1.2.3 or [2001:db8::1]',
    );
  }
  return url;
}

/** The host of an address without the brackets of IPv6. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/** The port of an address, 80 or 443 when it names none. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}
