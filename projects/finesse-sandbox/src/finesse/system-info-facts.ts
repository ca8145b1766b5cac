/** Where one node of the cluster is reached; ports are told since Finesse 12.6(2) only. */
export interface NodeFacts {
  readonly host: string;
  readonly httpsPort?: number;
  readonly xmppPort?: number;
  readonly xmppSecurePort?: number;
}

/** What SystemInfo says differently on each node: the two nodes of a cluster have domains of their own. */
export interface SystemInfoFacts {
  readonly xmppDomain: string;
  readonly xmppPubSubDomain: string;
  readonly primaryNode: NodeFacts;
  /** Absent on a single node. The node whose `host` is its own `xmppDomain` here is the secondary. */
  readonly secondaryNode?: NodeFacts;
  /** Set when this node alone is out of service; the default is what the contact centre says. */
  readonly outOfService?: boolean;
}
