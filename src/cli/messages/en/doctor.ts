import type { DoctorMessages } from '../zh/doctor.js';

/** In English: how `doctor` ends. */
export const doctor: DoctorMessages = {
  doctor: {
    allWell: 'All is well.',
    notWell: 'Something needed is missing or unusable; see above.',
  },
};
