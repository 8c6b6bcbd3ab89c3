import type { Service } from './service';

/** What finds an object for the Kubernetes page of its entity. */
export function commonLabels({ name }: Pick<Service, 'name'>) {
  return { 'backstage.io/kubernetes-id': name };
}

/** Labels that KServe forces on the pods of a service; `app` is overwritten. */
export function podLabels({ name }: Pick<Service, 'name'>) {
  return { 'serving.kserve.io/inferenceservice': name, component: 'predictor' };
}

/** Name and namespace of an object that belongs to a service. */
export function metadataOf(service: Service, suffix: string) {
  return {
    name: `${service.name}-${suffix}`,
    namespace: service.namespace,
    labels: commonLabels(service),
  };
}
