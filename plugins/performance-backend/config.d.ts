export interface Config {
  /** Measures services and shows how they do against the targets of the Performance Tuning Guide. */
  performance?: {
    /**
     * The kill switch. With `false` nothing is measured and no run starts; reports can still be read. Default: true.
     */
    enabled?: boolean;

    /**
     * Where services run, by name. Default: one environment called `default`.
     */
    environments?: {
      [name: string]: {
        /**
         * Runs here need the permission `performance.run.create-production` and the name of the entity typed as
         * confirmation, and the schedule leaves it out unless `schedule.production` says otherwise. Default: false.
         */
        production?: boolean;
      };
    };

    /** How inference endpoints are found and measured. */
    inference?: {
      /**
       * Endpoints by name, so that a later configuration file adds to an earlier one. The annotation
       * `dynoscope.dev/inference` of an entity chooses among those that name the entity.
       */
      endpoints?: {
        [name: string]: {
          /**
           * Address that every request goes to: http or https, without user name and fragment. Redirects are not
           * followed.
           */
          url: string;
          /**
           * Name from `environments`. Default: the only environment; with several, the first that is production, since
           * that one is guarded best, or else the first.
           */
          environment?: string;
          /**
           * What is sent and what counts as an answer. Default: found from the path, `…:predict` is `kserve-v1` and
           * `…/infer` is `open-inference-v2`.
           */
          protocol?: 'http' | 'kserve-v1' | 'open-inference-v2';
          /**
           * Entity refs that the endpoint belongs to, such as `component:default/iris-classifier`. No other entity can
           * have it measured.
           */
          entities: string[];
          /**
           * Address ranges that every address of the host must lie in. Without it a configured host name may stand for
           * public and private addresses, and for loopback only when it is `localhost`.
           */
          cidr?: string | string[];
          /**
           * Body of every request. Needed for `kserve-v1` and `open-inference-v2`; with it requests are POST, without
           * it GET.
           */
          payload?: {
            /** A JSON file, relative to the folder that the backend is started in. At most 4 MiB. */
            file?: string;
            /** The JSON itself, as text or as YAML. */
            inline?: string | { [key: string]: any } | any[];
          };
          /** How requests prove who they are: exactly one of `bearer`, `header` and `basic`. */
          auth?: {
            /**
             * Token of an `Authorization: Bearer` header.
             * @visibility secret
             */
            bearer?: string;
            /** A header of any name. */
            header?: {
              /** Name of the header. */
              name: string;
              /**
               * Value of the header.
               * @visibility secret
               */
              value: string;
            };
            /** User name and password of an `Authorization: Basic` header. */
            basic?: {
              /** User name, without colon. */
              username: string;
              /**
               * Password of the user.
               * @visibility secret
               */
              password: string;
            };
          };
          /** How an https connection is checked. The certificate is always verified. */
          tls?: {
            /** Certificates to trust instead of the built-in ones, as PEM text. */
            ca?: string;
            /** Client certificate as PEM text; needs `key`. */
            cert?: string;
            /**
             * Key of the client certificate as PEM text.
             * @visibility secret
             */
            key?: string;
            /** Name that the certificate must carry. Default: the host of `url`. */
            serverName?: string;
          };
          /** What is known about the model behind the endpoint. */
          model?: {
            /**
             * Size of the model, in bytes or as `250MB` or `1GiB`. Decides the latency targets, unless the annotation
             * `dynoscope.dev/latency-class` does.
             */
            sizeBytes?: number | string;
            /** Where the model is stored, for the fingerprint of reports. */
            uri?: string;
            /** What serves the model; a runtime of language models decides the latency targets before the size. */
            runtime?: string;
            /** Container image, for the fingerprint of reports. */
            image?: string;
            /** Revision of the model, for the fingerprint of reports. */
            revision?: string;
          };
          /**
           * Where the manifest of the service is: exactly one of `file`, `url` and `cluster`. With it reports say how
           * the service is deployed, and a check that misses can say what to change.
           */
          manifest?: {
            /** A YAML file, relative to the folder that the backend is started in. At most 256 KiB. */
            file?: string;
            /**
             * Address of a YAML file, read as Backstage reads files of repositories: by `integrations`, or where
             * `backend.reading.allow` says so. At most 256 KiB.
             */
            url?: string;
            /** Name from `kubernetes.clusters`: the InferenceService is read there. Needs `namespace` and `name`. */
            cluster?: string;
            /** Namespace of the InferenceService in `cluster`. */
            namespace?: string;
            /**
             * Name of the InferenceService. Beside `file` and `url` it is needed only where there are several in the
             * file.
             */
            name?: string;
          };
          /** How long a request waits for its answer, in seconds. Default: 10. */
          timeoutSeconds?: number;
        };
      };

      /**
       * Addresses that the annotation `dynoscope.dev/inference-url` may name. The first entry that matches host and
       * port decides. Default: none.
       */
      allow?: Array<{
        /**
         * Host name or IP address. `*` stands for any one whole label of a name, `{namespace}` for the namespace of the
         * entity. A host with `*` needs `{namespace}` or `entities`.
         */
        host: string;
        /**
         * Address ranges that every address of the host must lie in. Without it a pattern reaches public addresses
         * only.
         */
        cidr?: string | string[];
        /** Ports. Default: 80 for http, 443 for https. */
        port?: number | number[];
        /** Name from `environments` that the addresses belong to. Default: as for endpoints. */
        environment?: string;
        /** Entity refs that may use the entry. Default: every entity. */
        entities?: string[];
        /**
         * What `{namespace}` stands for: `entity` is the namespace of the entity in the catalog,
         * `kubernetesAnnotation` its annotation `backstage.io/kubernetes-namespace`, which whoever writes the entity
         * chooses freely. Default: entity.
         */
        namespaceFrom?: 'entity' | 'kubernetesAnnotation';
        /** What is sent and what counts as an answer. Default: found from the path. */
        protocol?: 'http' | 'kserve-v1' | 'open-inference-v2';
        /** Where the manifests of the services are. */
        manifest?: {
          /**
           * Path of a YAML file in which `{name}` stands for the name of the entity, relative to the folder that the
           * backend is started in. Nothing outside the folder that comes before `{name}` is read.
           */
          file: string;
        };
        /** Body of every request. Needed for `kserve-v1` and `open-inference-v2`. */
        payload?: {
          /** A JSON file, relative to the folder that the backend is started in. At most 4 MiB. */
          file?: string;
          /** The JSON itself, as text or as YAML. */
          inline?: string | { [key: string]: any } | any[];
        };
      }>;

      /** The load of one endpoint. It is cut to `limits`. */
      load?: {
        /** Users who each send their next request when the last one is answered. Default: as in the guide. */
        users?: number;
        /** Load before the measurement begins, in seconds. Default: 3. */
        warmupSeconds?: number;
        /** Length of the measurement, in seconds. Default: as in the guide. */
        seconds?: number;
      };
    };

    /** Clusters that manifests are read from. Only single objects are read, and nothing is written. */
    kubernetes?: {
      /** Clusters by name. Each has a `kubeconfig`, or a `url` with a `token`. The certificate is always verified. */
      clusters?: {
        [name: string]: {
          /** A kubeconfig file, relative to the folder that the backend is started in. */
          kubeconfig?: string;
          /** Context of the kubeconfig. Default: its current one. */
          context?: string;
          /** Address of the API server: https. */
          url?: string;
          /**
           * Token of a service account that may get `inferenceservices.serving.kserve.io`.
           * @visibility secret
           */
          token?: string;
          /** A file with the certificates to trust, as PEM. */
          caFile?: string;
          /** The certificates to trust, as PEM text in base64, as a kubeconfig writes them. */
          caData?: string;
        };
      };
    };

    /** Where the templates of Dynoscope put what they make, when it goes to a folder instead of a repository. */
    publish?: {
      /**
       * The folder, relative to the one that the backend is started in. A service is written to a folder of its name in
       * it. Default: none, and then templates make pull requests only.
       */
      folder?: string;
      /**
       * Address at which a published service answers: `{name}` and `{namespace}` stand for its name and namespace.
       * Default: that of a service inside the cluster.
       */
      inferenceUrl?: string;
    };

    /** Hard ceilings of one run, and what one address gets from all runs together. */
    limits?: {
      /** Connections at a time. Default: 50. */
      connections?: number;
      /** Requests a second. Default: 200. */
      rate?: number;
      /** Length of a run, in seconds, all included. Default: 120. */
      seconds?: number;
      /** Bytes sent and received, as a number or as `500MB` or `1GiB`. Default: 1GB. */
      bytes?: number | string;
      /** Rest between two runs at one address, such as `{ minutes: 10 }` or `10m`. Default: none. */
      coolDown?: string | { [unit: string]: number };
      /** Requests that one address gets from all runs in 24 hours. Default: no limit. */
      requestsPerDay?: number;
    };

    /** When entities are measured by themselves. */
    schedule?: {
      /** Whether there is a schedule at all. Default: true. */
      enabled?: boolean;
      /** Time between two runs of an entity, at least one minute. Default: `{ hours: 1 }`. */
      frequency?: string | { [unit: string]: number };
      /** Time from the start of the backend to the first run. Default: `{ seconds: 10 }`. */
      initialDelay?: string | { [unit: string]: number };
      /** Whether environments that are production are measured too. Default: false. */
      production?: boolean;
      /** Age from which an outcome is shown as stale. Default: twice the frequency. */
      freshness?: string | { [unit: string]: number };
    };

    /**
     * Targets in place of those of the guide, by check id, such as `inference-latency-p99: { below: 80 }`. Each is one
     * of `atMost`, `below`, `atLeast`, `above`, `within`, `ofBaseline` and `none`.
     */
    targets?: {
      [checkId: string]: {
        /** The value may be this at most. */
        atMost?: number;
        /** The value must be below this. */
        below?: number;
        /** The value must be this at least. */
        atLeast?: number;
        /** The value must be above this. */
        above?: number;
        /** The value must lie between these two. */
        within?: number[];
        /** The value must be this share of its baseline at least. */
        ofBaseline?: number;
        /** There must be none of these. */
        none?: 'findings' | 'leak';
      };
    };

    /** Check ids whose target an annotation `dynoscope.dev/target.<check-id>` may loosen. Default: none. */
    looserTargets?: string[];

    /** Check ids that count as not measured, instead of not applicable, where an entity has no subject for them. */
    required?: string[];

    /** How long results are kept. */
    retention?: {
      /** Reports and their measurements. Default: `{ days: 730 }`. */
      reports?: string | { [unit: string]: number };
      /** Raw material of a run, such as histograms. Default: `{ days: 14 }`. */
      evidence?: string | { [unit: string]: number };
    };
  };
}
