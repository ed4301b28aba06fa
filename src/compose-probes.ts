import { machineProbes } from './adapters/doctor/machine-probes.js';
import type { Probes } from './app/doctor/doctor.js';
import { compose } from './compose.js';
import type { Config } from './config.js';
import { loadSegmenter } from './text/segment/segmenter.js';

/** Real probes for the doctor, where no service runs. */
export function composeProbes(config: Config): Probes {
  const pinged = async (port: 'store' | 'queue') => {
    const composition = compose({ ...config, profile: 'cluster' });
    try {
      await (await composition[port]()).ping();
    } finally {
      await composition.close();
    }
  };
  return machineProbes(config, {
    segmenter: async () => {
      const { segmenter, fallbackReason } = loadSegmenter();
      return { id: segmenter.id, fallbackReason };
    },
    pings: { mongodb: () => pinged('store'), redis: () => pinged('queue') },
  });
}
