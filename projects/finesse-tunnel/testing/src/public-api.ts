/**
 * What tests of an application, of a transport or of a tunnel page need.
 */
export { FakeTunnelTransport } from './fake-tunnel-transport';
export { provideEventTunnelTesting } from './provide-event-tunnel-testing';
export {
  type TransportRequirement,
  type TransportUnderTest,
  tunnelTransportContract,
} from './tunnel-transport-contract';
