/**
 * How a TLS connection is checked and who we are, all as PEM text. The certificate of the target is always checked.
 *
 * @public
 */
export interface TlsOptions {
  /** Authorities to trust instead of the built-in ones. */
  ca?: string;
  /** Our certificate and its key, for mutual TLS. */
  cert?: string;
  key?: string;
  /** The name that the target's certificate must bear, when it is not the one of the URL. */
  servername?: string;
}
