/** The sandbox as a library, for tests in the same process. */
export { createSandbox, type NodeAddress, type Sandbox } from './sandbox';
export {
  DEFAULT_OPTIONS,
  type NodePorts,
  type Quirk,
  type SandboxOptions,
} from './sandbox-options';
export { ListenError } from './listen';
export { createLog } from './log';
