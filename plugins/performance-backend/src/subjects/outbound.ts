import { lookup as dnsLookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Entity } from '@backstage/catalog-model';
import type { ResolvedAddress } from '@dynoscope/backstage-plugin-performance-node';
import ipaddr from 'ipaddr.js';
import type { PerformanceConfig } from '../config';
import { performanceError, type PerformanceError } from '../performanceError';
import { addressRange, isInRanges } from './addressRange';
import { permissionFor, type Permission } from './allowedTargets';
import { hostOf, portOf, readTargetUrl } from './targetUrl';

/** An address that was checked and pinned, and who allowed it. */
export interface AllowedAddress extends ResolvedAddress {
  allowedBy: string;
  environment: string;
}

/** The only door to the network: what does not come out of it is not reached. */
export interface Outbound {
  /**
   * Reads, allows, resolves, checks and pins an address. Every connection goes to the `ip` of the answer, so a name
   * that changes its mind afterwards changes nothing. Throws an error with a `code`.
   */
  resolve(url: string, options: { entity: Entity }): Promise<AllowedAddress>;
}

/** All addresses of a host name, in the order to prefer them. */
export type Lookup = (host: string) => Promise<{ address: string }[]>;

/** Names of metadata services, refused before they are looked up. */
const metadataHosts = [
  'metadata',
  'metadata.google.internal',
  'metadata.goog',
  'metadata.azure.internal',
  'instance-data',
  'instance-data.ec2.internal',
];

const lookupMilliseconds = 5000;

/** What runs at one address at a time: two names or spellings of one server are one address. */
export function addressKey({ ip, port }: ResolvedAddress): string {
  return `${ipaddr.process(ip)}:${port}`;
}

export function createOutbound(options: {
  inference: PerformanceConfig['inference'];
  lookup?: Lookup;
}): Outbound {
  const lookup =
    options.lookup ??
    (host => dnsLookup(host, { all: true, order: 'ipv4first' }));
  return {
    async resolve(text, { entity }) {
      const url = read(text);
      const permission = permissionFor(url, entity, options.inference);
      if (!permission) {
        throw refusal(
          'The address is not allowed for this entity. The operator can add it to performance.inference.endpoints with this entity in entities, or widen performance.inference.allow.',
        );
      }
      const host = hostOf(url);
      if (metadataHosts.includes(host)) {
        throw refusal(
          'The address is a metadata service, which is never measured.',
        );
      }
      const ips = isIP(host) !== 0 ? [host] : await resolveName(host, lookup);
      for (const ip of ips) checkAddress(ip, host, permission);
      return {
        url: url.href,
        host,
        port: portOf(url),
        ip: ips[0],
        allowedBy: permission.allowedBy,
        environment: permission.environment,
      };
    },
  };
}

function read(text: string): URL {
  try {
    return readTargetUrl(text);
  } catch (error) {
    throw refusal(`The address ${(error as Error).message}.`);
  }
}

async function resolveName(host: string, lookup: Lookup): Promise<string[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), lookupMilliseconds);
  });
  try {
    const found = await Promise.race([lookup(host), late]);
    if (found.length > 0) return found.map(({ address }) => address);
  } catch {
    // the resolver's own words may hold names of the network
  } finally {
    clearTimeout(timer);
  }
  throw performanceError(
    'unreachable',
    'The host name of the address was not found by DNS within 5 s.',
  );
}

/** Every address of the host has to pass, or one good answer would open the door for a bad one. */
function checkAddress(ip: string, host: string, permission: Permission): void {
  const range = addressRange(ip);
  if (range === 'never') {
    throw refusal(
      'The address is, or stands for, one in a range that is never measured (metadata, link-local, multicast or reserved).',
    );
  }
  if (permission.cidr) {
    if (isInRanges(ip, permission.cidr)) return;
    throw refusal(
      `The address lies outside the cidr of ${permission.allowedBy}.`,
    );
  }
  const local = host === 'localhost' || isIP(host) !== 0;
  const allowed =
    range === 'public' || (permission.named && (range === 'private' || local));
  if (!allowed) {
    throw refusal(
      `The address is, or stands for, a ${range} one. The operator can allow it with a cidr at ${permission.allowedBy}.`,
    );
  }
}

function refusal(message: string): PerformanceError {
  return performanceError('address-not-allowed', message);
}
