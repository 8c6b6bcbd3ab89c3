import { tlsOptions } from './requestsOf';

describe('the TLS of an endpoint', () => {
  // A property that is there though undefined would win over the host, and no server name would be sent.
  it('names no server unless the operator does', () => {
    expect(tlsOptions({ ca: 'ours' })).toStrictEqual({ ca: 'ours' });
    expect(tlsOptions({ ca: 'ours', serverName: 'iris' })).toStrictEqual({
      ca: 'ours',
      servername: 'iris',
    });
  });
});
