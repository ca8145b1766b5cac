/**
 * What tests of an application, of a transport or of a tunnel page need.
 */
export { FakeTunnelTransport } from './fake-tunnel-transport';
export {
  apiErrorsUpdate,
  devicesUpdate,
  dialogsUpdate,
  dialogUpdate,
  mediaUpdate,
  queuesUpdate,
  queueUpdate,
  systemInfoUpdate,
  teamMessageUpdate,
  teamUpdate,
  type Told,
  userUpdate,
} from './notification-builders';
export { type UpdateOptions, updateXml } from './update-xml';
export { provideEventTunnelTesting } from './provide-event-tunnel-testing';
export {
  type TransportRequirement,
  type TransportUnderTest,
  tunnelTransportContract,
} from './tunnel-transport-contract';
