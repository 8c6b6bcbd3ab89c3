import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * What kind of address it is: `public` may be reached when its name is allowed, `private` and `loopback` only when the
 * operator names it, `never` not at all.
 */
export type AddressRange = 'public' | 'private' | 'loopback' | 'never';

/** Metadata services and platform endpoints that hand out credentials; link-local ranges are refused as a whole. */
const never = [
  '100.100.100.200/32', // Alibaba Cloud
  '168.63.129.16/32', // Azure
  '192.0.0.0/24', // Oracle Cloud (192.0.0.192) and other protocol assignments
  'fd00:ec2::/32', // AWS
  'fd20:ce::/32', // Google Cloud
  '64:ff9b:1::/48', // local NAT64: where the IPv4 address stands in it is not known
].map(range => ipaddr.parseCIDR(range));

/** Ranges for documentation and benchmarks: never public, harmless when the operator names them. */
const unrouted = [
  '192.0.2.0/24',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '198.18.0.0/15',
  '2001:db8::/32',
].map(range => ipaddr.parseCIDR(range));

const globalUnicast = ipaddr.parseCIDR('2000::/3');

/** Whether an address lies in one of the ranges; an IPv4-mapped one counts as the IPv4 address in it. */
export function isInRanges(ip: string, ranges: readonly string[]): boolean {
  const address = ipaddr.process(ip);
  return ranges.some(range => contains(ipaddr.parseCIDR(range), address));
}

/** The kind of an IP address. An IPv4 address embedded in an IPv6 one (mapped, NAT64, 6to4) decides for it. */
export function addressRange(ip: string): AddressRange {
  if (isIP(ip) === 0) return 'never';
  const address = ipaddr.parse(ip);
  if (never.some(range => contains(range, address))) return 'never';
  if (unrouted.some(range => contains(range, address))) return 'private';
  switch (address.range()) {
    case 'loopback':
      return 'loopback';
    case 'private':
    case 'carrierGradeNat':
    case 'uniqueLocal':
      return 'private';
    case 'unicast':
      return address.kind() === 'ipv4' || contains(globalUnicast, address)
        ? 'public'
        : 'never';
    case 'ipv4Mapped':
    case 'rfc6145':
    case 'rfc6052':
      return addressRange(ipv4At(address as ipaddr.IPv6, 12));
    case '6to4':
      return addressRange(ipv4At(address as ipaddr.IPv6, 2));
    default:
      return 'never';
  }
}

function ipv4At(address: ipaddr.IPv6, offset: number): string {
  return address
    .toByteArray()
    .slice(offset, offset + 4)
    .join('.');
}

function contains(
  range: [ipaddr.IPv4 | ipaddr.IPv6, number],
  address: ipaddr.IPv4 | ipaddr.IPv6,
): boolean {
  return range[0].kind() === address.kind() && address.match(range);
}
