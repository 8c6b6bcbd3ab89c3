import { z } from 'zod/v3';

/** A name of Kubernetes (RFC 1123 subdomain): what goes into a path of its API. */
export const kubernetesNameSchema = z
  .string({ required_error: 'is missing', invalid_type_error: 'must be text' })
  .max(253, 'must be at most 253 characters long')
  .regex(
    /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
    'must be a name of Kubernetes: lower case letters, digits, dashes and dots',
  );
