import type { FormatReader } from '../reader.js';
import { damaged } from '../reader.js';

export const docxReader: FormatReader = {
  id: 'docx@1',
  takes: ['docx'],
  async read() {
    throw damaged('todo');
  },
};
