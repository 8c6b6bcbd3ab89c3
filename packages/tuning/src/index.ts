/**
 * Manifests, rules, generators, advice and remedies of Dynoscope.
 *
 * @packageDocumentation
 */
export {};
