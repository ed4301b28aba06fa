/** In Chinese: how `doctor` ends. */
export const doctor = {
  doctor: {
    allWell: '一切正常，可以使用。',
    notWell: '有必需的东西缺少或不可用，请按上面的提示处理。',
  },
};
export type DoctorMessages = typeof doctor;
