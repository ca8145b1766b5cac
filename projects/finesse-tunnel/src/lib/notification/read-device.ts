import type { Device } from '../model/device';
import { text, word } from './field-kinds';
import { fieldReader } from './field-table';

/** Reads a device. */
export const readDevice = fieldReader<Device>({
  deviceId: word(),
  deviceType: word(),
  deviceTypeName: text(),
});
