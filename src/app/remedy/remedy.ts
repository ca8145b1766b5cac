import { type ConnectionErrorCode } from 'finesse-tunnel';

/** One thing to try, with the page where it is tried. */
export interface RemedyStep {
  readonly text: string;
  /** Opened in a tab of its own. */
  readonly url?: string;
  /** What an administrator types on both servers. */
  readonly command?: string;
}

/** A failure in plain words, and what to do about it. */
export interface Remedy {
  readonly title: string;
  readonly steps: readonly RemedyStep[];
}

/** Where a remedy leads to. */
export interface RemedyPlaces {
  readonly tunnelUrl: string;
  readonly restUrl: string;
  /** The origin of this page, which the servers have to allow. */
  readonly origin: string;
}

/** Explains a failure to whoever sees it, and to whom they hand it on. */
export function remedyFor(code: ConnectionErrorCode, places: RemedyPlaces): Remedy {
  switch (code) {
    case 'tunnel-not-loaded':
      return notLoaded(places);
    case 'not-connected-in-time':
      return notConnected(places);
    case 'system-info-unavailable':
      return noSystemInfo(places);
    default:
      return SIMPLE[code];
  }
}

function notLoaded({ tunnelUrl, origin }: RemedyPlaces): Remedy {
  return {
    title: $localize`:@@remedy.not-loaded:The tunnel page does not report`,
    steps: [
      {
        text: $localize`:@@remedy.certificate:Open the tunnel page in a tab of its own. If the browser warns of the certificate, accept it there: a frame never asks.`,
        url: tunnelUrl,
      },
      {
        text: $localize`:@@remedy.frame:If it opens well, the server does not let itself be framed by ${origin}:origin:. An administrator allows it on both nodes and restarts Finesse Tomcat and the Notification Service.`,
        command: `utils finesse frame_access_allowed_list add ${origin}`,
      },
      {
        text: $localize`:@@remedy.port:If it never opens, ${hostOf(tunnelUrl)}:host: is not reached: the port is blocked on the way, or the server is down.`,
      },
    ],
  };
}

function notConnected({ tunnelUrl, restUrl }: RemedyPlaces): Remedy {
  return {
    title: $localize`:@@remedy.not-connected:The tunnel page has loaded but finds no Notification Service`,
    steps: [
      {
        text: $localize`:@@remedy.websocket:A proxy or firewall may let no WebSocket through to ${hostOf(tunnelUrl)}:host:. With "connectionType": "auto" in config.json BOSH is tried too.`,
      },
      {
        text: $localize`:@@remedy.service:The Finesse application may be down. Its SystemInfo says so.`,
        url: `${restUrl}/SystemInfo`,
      },
    ],
  };
}

function noSystemInfo({ restUrl, origin }: RemedyPlaces): Remedy {
  return {
    title: $localize`:@@remedy.no-system-info:SystemInfo cannot be read`,
    steps: [
      {
        text: $localize`:@@remedy.system-info:Open SystemInfo in a tab of its own. If the browser warns of the certificate, accept it there. If nothing comes, the port is blocked or the address in config.json is wrong.`,
        url: `${restUrl}/SystemInfo`,
      },
      {
        text: $localize`:@@remedy.cors:If it opens well, the server does not let ${origin}:origin: read it. An administrator allows it on both nodes.`,
        command: `utils finesse cors allowed_origin add ${origin}`,
      },
    ],
  };
}

type SimpleCode = Exclude<
  ConnectionErrorCode,
  'tunnel-not-loaded' | 'not-connected-in-time' | 'system-info-unavailable'
>;

const SIMPLE: Readonly<Record<SimpleCode, Remedy>> = {
  'connection-refused': {
    title: $localize`:@@remedy.refused:The Notification Service ends the session before it stands`,
    steps: [
      {
        text: $localize`:@@remedy.refused.step:It may be restarting. The next tries follow by themselves; if none succeeds for ten minutes, have the service looked at.`,
      },
    ],
  },
  'connection-lost': {
    title: $localize`:@@remedy.lost:The connection was lost`,
    steps: [
      {
        text: $localize`:@@remedy.lost.step:Nothing to do: it is tried again, and what was missed is read anew. If it is lost again and again, look at the network, the VPN, and proxies that end quiet connections.`,
      },
    ],
  },
  unauthorized: {
    title: $localize`:@@remedy.unauthorized:The server refuses this sign-in`,
    steps: [
      {
        text: $localize`:@@remedy.unauthorized.step:Agent ID or password is wrong, or the account is locked: five wrong passwords lock it for five minutes. Nothing more is tried until you sign in again.`,
      },
    ],
  },
  conflict: {
    title: $localize`:@@remedy.conflict:The same agent signed in elsewhere`,
    steps: [
      {
        text: $localize`:@@remedy.conflict.step:In another tab or on another computer. Close it there, or reconnect here, which ends the other one. Nothing more is tried by itself, as both would throw each other out.`,
      },
    ],
  },
  'out-of-service': {
    title: $localize`:@@remedy.out-of-service:Finesse says it is out of service`,
    steps: [
      {
        text: $localize`:@@remedy.out-of-service.step:It is starting, or has lost the CTI server. It is asked again until it serves; where there is a second host, that one takes over.`,
      },
    ],
  },
  'token-unavailable': {
    title: $localize`:@@remedy.token:Nobody gives a secret to sign in with`,
    steps: [
      {
        text: $localize`:@@remedy.token.step:The place that hands out tokens does not answer, or refuses. Sign in to it again, or have it looked at.`,
      },
    ],
  },
  'bad-config': {
    title: $localize`:@@remedy.bad-config:The configuration cannot be used`,
    steps: [
      {
        text: $localize`:@@remedy.bad-config.step:Correct config.json beside the dashboard as the message says, then load this page anew.`,
      },
    ],
  },
};

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
