"""A client on slixmpp that tells what happens to it, a JSON object a line.

slixmpp-client.py plain|starttls|tls PORT DOMAIN USER PASSWORD NODE...
It signs in, asks for a sign of life, subscribes to each node, and prints what it receives. When its
connection is gone it signs in anew, as often as it takes.
"""

import asyncio
import json
import ssl
import sys

from slixmpp import ClientXMPP
from slixmpp.exceptions import IqError
from slixmpp.xmlstream.handler import Callback
from slixmpp.xmlstream.matcher import MatchXPath

NOTIFICATION = "notification"


def tell(**what):
    print(json.dumps(what), flush=True)


class Client(ClientXMPP):
    def __init__(self, mode, port, domain, user, password, nodes):
        super().__init__(f"{user}@{domain}/slixmpp", password)
        self.mode, self.port, self.domain, self.nodes = mode, port, domain, nodes
        for plugin in ("xep_0030", "xep_0060", "xep_0199"):
            self.register_plugin(plugin)
        # A listener without TLS is for this machine alone; the password may go over it.
        self["feature_mechanisms"].unencrypted_plain = mode == "plain"
        self.add_event_handler("session_start", self.begin)
        # The event "message" is for those with a body; notifications have none.
        every = MatchXPath("{%s}message" % self.default_ns)
        self.register_handler(Callback("every message", every, self.hear))
        self.add_event_handler("presence_available", lambda p: tell(presence=str(p["from"])))
        self.add_event_handler("failed_auth", lambda _: tell(refused=True))
        self.add_event_handler("disconnected", self.come_back)

    def get_ssl_context(self):
        # The sandbox's certificate is its own, made at its start.
        context = super().get_ssl_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        return context

    def open(self):
        self.connect(
            ("127.0.0.1", self.port),
            use_ssl=self.mode == "tls",
            force_starttls=self.mode == "starttls",
            disable_starttls=self.mode == "plain",
        )

    async def begin(self, _):
        self.send_presence()
        await self["xep_0199"].send_ping(self.domain, timeout=5)
        tell(pinged=True)
        for node in self.nodes:
            try:
                await self["xep_0060"].subscribe(
                    f"pubsub.{self.domain}", node, subscribee=self.boundjid.full
                )
                tell(subscribed=node)
            except IqError as error:
                tell(node=node, error=error.condition)

    def hear(self, message):
        for element in message.xml.iter():
            if element.tag.endswith("}" + NOTIFICATION):
                tell(event=element.text)

    def come_back(self, _):
        tell(disconnected=True)
        asyncio.get_event_loop().call_later(0.2, self.open)


def main():
    mode, port, domain, user, password, *nodes = sys.argv[1:]
    client = Client(mode, int(port), domain, user, password, nodes)
    client.open()
    client.process(forever=True)


main()
