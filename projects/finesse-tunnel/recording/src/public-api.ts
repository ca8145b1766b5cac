/**
 * Records what the library hears, without persons, and plays it again over the same store.
 */
export { foldRecording } from './fold-recording';
export { provideEventTunnelReplay, type ReplayOptions } from './provide-event-tunnel-replay';
export { Pseudonyms, type PersonalKind, type RandomNumber } from './pseudonyms';
export {
  LARGEST_RECORDING,
  readRecording,
  type ReadRecordingOptions,
  type RecordingProblem,
  type RecordingReading,
} from './read-recording';
export { Recorder, RECORDING_LIMITS, type RecordingProgress } from './recorder';
export {
  type RecordedStatus,
  type Recording,
  RECORDING_FORMAT,
  RECORDING_VERSION,
  type RecordingEntry,
} from './recording';
export { ReplayActions } from './replay-actions';
export { ReplayPlayer } from './replay-player';
export { withRecording } from './with-recording';
