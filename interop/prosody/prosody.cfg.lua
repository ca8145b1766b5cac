-- Prosody as a Finesse Notification Service: one HTTP port of this machine for BOSH and WebSocket, and one for plain XMPP; nothing else.
-- Words that begin with a dollar sign are filled in by the suite.
run_as_root = true -- only counts for root, where Prosody refuses to start without it
data_path = "data" -- relative to this file; pidfile and plugin_paths are relative to it
pidfile = "prosody.pid"
plugin_paths = { "../plugins" }
certificates = "certs"
log = { { levels = { min = "info" }, to = "console" } }

interfaces = { "127.0.0.1" }
local_interfaces = { "127.0.0.1" }
c2s_ports = { $tcpPort } -- the publisher's; agents come by HTTP
c2s_direct_tls_ports = {}
s2s_ports = {}
component_ports = {}
http_interfaces = { "127.0.0.1" }
http_ports = { $httpPort }
https_ports = {}
http_default_host = "$domain" -- whatever the Host header says: the suite's proxy passes its own on
http_paths = { bosh = "/http-bind"; websocket = "/ws"; }
-- A proxy in front ends TLS, so this hop counts as safe.
consider_bosh_secure = true
consider_websocket_secure = true
c2s_require_encryption = false
allow_unencrypted_plain_auth = true

modules_enabled = { "disco"; "roster"; "saslauth"; "ping"; "bosh"; "websocket"; "publisher_presence"; }
modules_disabled = { "s2s"; "offline"; "tls"; }
authentication = "internal_plain" -- hashed passwords would rule out all but one SCRAM mechanism
disable_sasl_mechanisms = { $refusedMechanisms }
storage = "internal"

VirtualHost "$domain"

Component "$pubsubDomain" "pubsub"
	admins = { "finesse@$domain" } -- the only one to create nodes and publish
